// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.kubernetes.Faults.Ask;
import io.shakebook.kubernetes.http.PlayedTiming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are right HTTP and odd, or nearly HTTP: what a read, a create and a delete make of each, in one try or several. */
@Timeout(60)
class OddAnswersTest {
    private static final String OBJECT = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\","
            + "\"namespace\":\"ns\",\"uid\":\"u\",\"resourceVersion\":\"5\"}}";
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(OBJECT.length()) + "\r\n" + OBJECT;
    private static final String FAILURE = "{\"apiVersion\":\"v1\",\"kind\":\"Status\",\"status\":\"Failure\","
            + "\"code\":500,\"message\":\"etcd is gone\"}";
    private static final String PAGE = " with a web page: a proxy answers in place of the API server";
    private static final String NOT_IT = "the answer is not the ConfigMap ns/a that was asked for: it is a failure,"
            + " etcd is gone; is this an API server?";

    private final PlayedTiming timing = new PlayedTiming();

    /**
     * @param tries of the read
     * @param read its outcome; $URL stands for the server's
     */
    private record Row(String fault, byte[] answer, int tries, String read, String create, String delete) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Row> rows() {
        String notJson = "answer 200 with something that is not the JSON of an object: is this an API server, and is"
                + " nothing in between?";
        String closed = "connection closed without a whole answer by $URL";
        return Stream.of(
                new Row(
                        "413",
                        http("413 Payload Too Large", "<html>"),
                        1,
                        "Unanswered: ConfigMap ns/a cannot be read: answer 413" + PAGE,
                        "Refused 413: answer 413, without an explanation" + PAGE,
                        "Refused 413: answer 413, without an explanation" + PAGE),
                lost(
                        "504 of a proxy",
                        http("504 Gateway Time-out", "<html>"),
                        4,
                        "ConfigMap ns/a cannot be read: answer 504" + PAGE,
                        "ConfigMap ns/a: answer 504, without an explanation" + PAGE),
                unread("gzip that nobody asked for", gzip(), notJson),
                lost("an end that is cut", raw(CHUNKED + "\r\n0\r\n"), 4, closed, closed),
                lost("a middle that is cut", raw(CHUNKED), 4, closed, closed),
                done("HTTP/1.0 without a length", raw("HTTP/1.0 200 OK\r\n\r\n" + OBJECT)),
                unread("HTTP/1.0 that is cut", raw("HTTP/1.0 200 OK\r\n\r\n" + OBJECT.substring(0, 40)), notJson),
                done(
                        "two lengths",
                        raw("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + OBJECT.length()
                                + "\r\nContent-Length: 5\r\n\r\n"
                                + OBJECT)),
                new Row(
                        "a failure under 200",
                        http("200 OK", FAILURE),
                        1,
                        "Unanswered: " + NOT_IT,
                        "NoAnswer, perhaps done: " + NOT_IT,
                        "NoAnswer, perhaps done: ConfigMap ns/a: answer 200 with a failure, etcd is gone"),
                done("202", http("202 Accepted", OBJECT)),
                unread(
                        "204",
                        raw("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
                        notJson.replace("200", "204")),
                lost(
                        "another protocol",
                        raw("SSH-2.0-OpenSSH_9.6\r\n"),
                        4,
                        "no usable answer (Invalid status line: \"SSH-2.0-OpenSSH_9.6\") from $URL",
                        "no usable answer (Invalid status line: \"SSH-2.0-OpenSSH_9.6\") from $URL"),
                lost("hints and no more", raw("HTTP/1.1 103 Early Hints\r\n\r\n"), 4, closed, closed));
    }

    private static Row done(String fault, byte[] answer) {
        return new Row(fault, answer, 1, "done", "done", "done");
    }

    /** Whoever sent it is no API server, but one may stand behind it. */
    private static Row unread(String fault, byte[] answer, String words) {
        return new Row(
                fault,
                answer,
                1,
                "Unanswered: " + words,
                "NoAnswer, perhaps done: " + words,
                "NoAnswer, perhaps done: the answer to the delete of ConfigMap ns/a is none of an API server:"
                        + " is nothing in between?");
    }

    private static Row lost(String fault, byte[] answer, int tries, String read, String write) {
        String written = "NoAnswer, perhaps done: " + write;
        return new Row(fault, answer, tries, "Unanswered: " + read, written, written);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isReadAgainOnlyWhereThatMayHelpAndNeverWrittenTwice(Row row) throws Exception {
        try (RawServer server = new RawServer(row.answer(), false);
                KubernetesClusters clusters = Faults.clusters(server.url(), Deadlines.USUAL, timing)) {
            String read = Ask.READ.outcome(clusters);
            List<String> reads = server.methods();
            String create = Ask.CREATE.outcome(clusters);
            List<String> creates = server.methods();
            String delete = Ask.DELETE.outcome(clusters);
            List<String> deletes = server.methods();
            assertThat(reads).isEqualTo(Collections.nCopies(row.tries(), "GET"));
            assertThat(creates).containsExactly("PATCH");
            assertThat(deletes).containsExactly("DELETE");
            assertThat(List.of(read, create, delete))
                    .isEqualTo(Stream.of(row.read(), row.create(), row.delete())
                            .map(words -> words.replace("$URL", server.url()))
                            .toList());
        }
    }

    private static byte[] http(String status, String body) {
        return http(status, body, "close");
    }

    private static byte[] http(String status, String body, String connection) {
        return raw("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\nConnection: " + connection + "\r\n\r\n" + body);
    }

    private static byte[] raw(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip() {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream zip = new GZIPOutputStream(packed)) {
                zip.write(raw(OBJECT));
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: "
                    + packed.size() + "\r\n\r\n"));
            packed.writeTo(all);
            return all.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Between two requests the server hangs up: a write does not go out on the line that we kept. */
    @Test
    void aLineThatWasKeptAndIsDeadCostsNoWriteItsCertainty() throws Exception {
        try (RawServer server = new RawServer(http("200 OK", OBJECT, "keep-alive"), false);
                KubernetesClusters clusters = Faults.clusters(server.url(), Deadlines.USUAL, timing)) {
            for (int time = 0; time < 5; time++) {
                assertThat(Ask.READ.outcome(clusters)).isEqualTo("done");
                assertThat(server.awaitLeft()).isTrue();
                assertThat(Ask.UPDATE.outcome(clusters)).isEqualTo("done");
                assertThat(server.awaitLeft()).isTrue();
            }
            assertThat(server.methods().stream().filter("PATCH"::equals)).hasSize(5);
        }
    }
}
