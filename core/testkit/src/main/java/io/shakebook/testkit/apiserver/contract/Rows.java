// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shakebook.testkit.apiserver.Ability;
import io.shakebook.testkit.apiserver.Answer;
import io.shakebook.testkit.apiserver.ApiClient;
import io.shakebook.testkit.apiserver.Eventually;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Rows of the contract on one theme. Each runs in a namespace of its own, named after it, and leaves it behind. */
abstract class Rows {
    static final String US = "shakebook.test";

    private static final int LONGEST_NAME = 50;

    private final ApiServerContract contract;
    private String namespace = "";

    Rows(ApiServerContract contract) {
        this.contract = contract;
    }

    @BeforeEach
    void makeNamespace(TestInfo test) {
        String method = test.getTestMethod().orElseThrow().getName();
        String words = method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        String stem = words.substring(0, Math.min(LONGEST_NAME, words.length()));
        Answer made;
        int number = 0;
        do {
            namespace = stem.replaceAll("-+$", "") + "-" + ++number;
            made = api().post("/api/v1/namespaces", "{metadata: {name: '%s'}}".formatted(namespace));
        } while (made.code() == 409);
        made.is(201);
    }

    ApiClient api() {
        return contract.client();
    }

    /** Skips the row, visibly, where the server lacks the ability. */
    void needs(Ability ability) {
        assumeTrue(can(ability), () -> "needs a server where " + ability.meaning());
    }

    boolean can(Ability ability) {
        return contract.abilities().contains(ability);
    }

    /** Asks until the answer is right, for what controllers and pods do in their own time. */
    Eventually eventually() {
        return new Eventually(Duration.ofSeconds(30));
    }

    String namespace() {
        return namespace;
    }

    /** A path of the core group in this row's namespace, such as {@code configmaps/a}. */
    String core(String path) {
        return "/api/v1/namespaces/" + namespace + "/" + path;
    }

    /** A path of another group in this row's namespace, such as {@code apps/v1} and {@code deployments/a}. */
    String in(String group, String path) {
        return "/apis/" + group + "/namespaces/" + namespace + "/" + path;
    }

    String apps(String path) {
        return in("apps/v1", path);
    }
}
