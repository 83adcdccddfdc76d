// SPDX-License-Identifier: Apache-2.0
package io.shakebook.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shakebook.kubernetes.http.Answer;
import io.shakebook.kubernetes.http.Call;
import io.shakebook.kubernetes.http.Requests;
import io.shakebook.kubernetes.http.Unreached;
import io.shakebook.spi.Forbidden;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final String EXPIRED = "{\"kind\":\"Status\",\"reason\":\"Expired\",\"message\":\"too old\"}";
    private static final String FORBIDDEN = "{\"kind\":\"Status\",\"reason\":\"Forbidden\",\"message\":\"no\"}";

    private final Deque<Object> answers = new ArrayDeque<>();
    private final List<Call> sent = new ArrayList<>();
    private final Requests server = new Requests() {
        @Override
        public Answer send(Call call, Duration deadline) throws Unreached {
            sent.add(call);
            if (answers.peek() instanceof Unreached broken) {
                throw broken;
            }
            return (Answer) answers.remove();
        }
    };
    private final Listing listing =
            new Listing(server, "/api/v1/namespaces/ns/configmaps", Kind.CONFIG_MAP, "ns", Duration.ofSeconds(1));

    @Test
    void pagesMakeOneListByName() throws Exception {
        answer(200, page("t1", 1, "b"));
        answer(200, page("", 0, "a"));
        List<Manifest> all = listing.all(Map.of("role", "leader", "app", "x"));
        assertThat(all)
                .extracting(object -> object.ref().toString())
                .containsExactly("v1/ConfigMap/ns/a", "v1/ConfigMap/ns/b");
        assertThat(sent.get(1).query())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("limit", "500", "labelSelector", "app=x,role=leader", "continue", "t1"));
    }

    @Test
    void aTokenThatExpiredMeansToBeginAnewOnce() throws Exception {
        answer(200, page("t1", 1, "gone-since"));
        answer(410, EXPIRED);
        answer(200, page("t2", 1, "a"));
        answer(200, page("", 0, "b"));
        assertThat(listing.all(Map.of()))
                .extracting(object -> object.ref().name())
                .containsExactly("a", "b");

        answer(200, page("t1", 1, "a"));
        answer(410, EXPIRED);
        answer(200, page("t2", 1, "a"));
        answer(410, EXPIRED);
        assertThatThrownBy(() -> listing.all(Map.of()))
                .hasMessage("the ConfigMap objects in ns cannot be listed: answer 410: too old");
    }

    @Test
    void aListThatBreaksMidwayIsNoList() {
        answer(200, page("t1", 1, "a"));
        answers.add(new Unreached("connection reset", true));
        assertThatThrownBy(() -> listing.all(Map.of()))
                .isInstanceOf(Unreached.class)
                .hasMessage("connection reset");
    }

    @Test
    void theFirstPageTellsThatItIsTooMuch() throws Exception {
        answer(200, page("t1", 7, "a", "b"));
        assertThat(listing.atMost(8)).isEmpty();
        assertThat(sent).hasSize(1);
        answer(200, page("", 0, "a", "b"));
        assertThat(listing.atMost(2)).map(List::size).contains(2);
    }

    @Test
    void whatIsNoListOrHoldsNoObjectsIsNotTakenForAnEmptyOne() {
        for (String body : List.of(
                "{\"kind\":\"ConfigMap\",\"metadata\":{}}",
                "{\"kind\":\"ConfigMapList\",\"metadata\":{},\"items\":[7]}",
                "{\"kind\":\"ConfigMapList\",\"metadata\":{},\"items\":[{\"metadata\":\"a\"}]}",
                "{\"kind\":\"ConfigMapList\",\"metadata\":{},\"items\":[{\"metada")) {
            answer(200, body);
            assertThatThrownBy(() -> listing.all(Map.of())).as(body).isInstanceOf(Unreached.class);
        }
    }

    @Test
    void whatIsNotAllowedIsSaidAsThat() {
        answer(403, FORBIDDEN);
        assertThatThrownBy(() -> listing.all(Map.of()))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        e -> assertThat(NotAllowed.unanswered("a", e))
                                .isInstanceOf(Forbidden.class)
                                .hasMessage("the ConfigMap objects in ns cannot be listed: answer 403: no"));
        answer(403, "<html>a proxy</html>");
        assertThatThrownBy(() -> listing.all(Map.of())).isNotInstanceOf(NotAllowed.class);
    }

    private void answer(int code, String body) {
        answers.add(new Answer(code, Optional.empty(), body));
    }

    private static String page(String next, int remaining, String... names) {
        StringBuilder items = new StringBuilder();
        for (String name : names) {
            items.append(items.length() == 0 ? "" : ",")
                    .append("{\"metadata\":{\"namespace\":\"ns\",\"name\":\"")
                    .append(name)
                    .append("\"}}");
        }
        return "{\"kind\":\"ConfigMapList\",\"metadata\":{\"continue\":\"" + next + "\""
                + (remaining == 0 ? "" : ",\"remainingItemCount\":" + remaining) + "},\"items\":[" + items + "]}";
    }
}
