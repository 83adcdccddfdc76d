// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static Answer answer(int code, String json) {
        return new Answer("GET /x", code, "application/json", Json.read(json), json);
    }

    @Test
    void anotherCodeFailsWithRequestAndBody() {
        Answer refused = answer(409, "{\"reason\": \"Conflict\"}");
        assertThat(refused.is(409)).isSameAs(refused);
        assertThatThrownBy(() -> refused.is(200))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /x")
                .hasMessageContaining("Conflict");
    }

    @Test
    void whatIsNotThereIsEmpty() {
        Answer noJson = answer(200, "ok");
        assertThat(noJson.value("/metadata/uid")).isEmpty();
        assertThat(noJson.causes()).isEmpty();
        assertThat(noJson.names()).isEmpty();
        assertThat(noJson.owners()).isEmpty();
        assertThat(noJson.has("/x")).isFalse();
    }

    @Test
    void ownersTellWhoOwnsWhat() {
        Answer live = answer(200, """
                {"metadata": {"managedFields": [{"manager": "m", "operation": "Update", "subresource": "scale",
                 "fieldsV1": {"f:spec": {"f:replicas": {}}}}]}}""");
        FieldOwner owner = live.owners().get(0);
        assertThat(owner.who()).isEqualTo("m Update scale");
        assertThat(owner.owns("/f:spec/f:replicas")).isTrue();
        assertThat(owner.owns("/f:spec/f:selector")).isFalse();
    }

    @Test
    void relaxedBodiesBecomeStrictOnes() {
        assertThat(Json.strict("{metadata: {name: 'a'}, n: [1, true, null]}"))
                .isEqualTo("{\"metadata\":{\"name\":\"a\"},\"n\":[1,true,null]}");
    }
}
