// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many requests at once: each is answered as if it had been alone at its moment. */
abstract class ConcurrencyContract extends Rows {
    private static final int MANY = 12;

    ConcurrencyContract(ApiServerContract contract) {
        super(contract);
    }

    private List<Answer> atOnce(IntFunction<Answer> request) {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<CompletableFuture<Answer>> sent = IntStream.range(0, MANY)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i), threads))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long count(List<Answer> answers, int code) {
        return answers.stream().filter(answer -> answer.code() == code).count();
    }

    @Test
    void ofManyWhoCreateOnlyOneSucceeds() {
        List<Answer> answers = atOnce(i -> api().apply(
                        US,
                        core("configmaps/a"),
                        Samples.configMap("name: 'a', resourceVersion: '1'", "k: '" + i + "'")));
        assertThat(count(answers, 201)).isEqualTo(1);
        assertThat(count(answers, 409)).isEqualTo(MANY - 1);
    }

    @Test
    void ofManyWhoUpdateOneVersionOnlyOneSucceeds() {
        Answer live = api().apply(US, core("configmaps/a"), Samples.configMap("name: 'a'", "k: 'x'"))
                .is(201);
        String guard = "name: 'a', uid: '%s', resourceVersion: '%s'".formatted(live.uid(), live.resourceVersion());
        List<Answer> answers =
                atOnce(i -> api().apply(US, core("configmaps/a"), Samples.configMap(guard, "k: '" + i + "'")));
        assertThat(count(answers, 200)).isEqualTo(1);
        assertThat(count(answers, 409)).isEqualTo(MANY - 1);
    }

    @Test
    void ofManyWhoPatchDifferentKeysNoneIsLost() {
        api().post(core("configmaps"), Samples.configMap("name: 'a'", "k: 'x'")).is(201);
        List<Answer> answers = atOnce(
                i -> api().patch(ApiClient.MERGE_PATCH, core("configmaps/a"), "{data: {k" + i + ": '" + i + "'}}"));
        long taken = count(answers, 200);
        assertThat(taken + count(answers, 409)).isEqualTo(MANY);
        assertThat(api().get(core("configmaps/a")).at("/data").size()).isEqualTo((int) taken + 1);
    }

    @Test
    void servicesThatAreMadeAtOnceShareNoAddress() {
        List<Answer> answers = atOnce(i ->
                api().apply(US, core("services/s" + i), Samples.service("name: 's" + i + "'", "type: 'NodePort'")));
        assertThat(count(answers, 201)).isEqualTo(MANY);
        assertThat(answers)
                .extracting(answer -> answer.value("/spec/clusterIP"))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.value("/spec/ports/0/nodePort"))
                .doesNotHaveDuplicates();
        assertThat(answers).extracting(Answer::resourceVersion).doesNotHaveDuplicates();
    }
}
