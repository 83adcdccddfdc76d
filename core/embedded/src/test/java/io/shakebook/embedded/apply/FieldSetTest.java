// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.embedded.json.InvalidJson;
import io.shakebook.embedded.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetTest {
    private static FieldSet set(String relaxed) throws InvalidJson {
        return FieldSet.fromJson(Json.parse(relaxed.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'f:a':{}} | {'f:b':{}} | {'f:a':{},'f:b':{}} | {'f:a':{}} | {}",
                "{'f:a':{'.':{},'f:x':{}}} | {'f:a':{'f:x':{}}} | {'f:a':{'.':{},'f:x':{}}} | {'f:a':{}} | {'f:a':{'f:x':{}}}",
                "{'f:a':{'f:x':{}}} | {'f:a':{}} | {'f:a':{'.':{},'f:x':{}}} | {'f:a':{'f:x':{}}} | {}",
            })
    void operationsGoFieldByField(String left, String right, String union, String difference, String both)
            throws InvalidJson {
        assertThat(set(left).union(set(right))).isEqualTo(set(union));
        assertThat(set(left).difference(set(right))).isEqualTo(set(difference));
        assertThat(set(left).intersection(set(right))).isEqualTo(set(both));
    }

    @Test
    void theFormInManagedFieldsIsReadAndWrittenUnchanged() throws InvalidJson {
        String form = "{'f:spec':{'f:ports':{'.':{},'k:{\\'port\\':80}':{'.':{},'f:port':{}}}}}".replace("\\'", "\\\"");
        assertThat(set(form).toJson()).isEqualTo(Json.parse(form.replace('\'', '"')));
    }

    @Test
    void withoutTakesWholeBranches() throws InvalidJson {
        FieldSet all = set("{'f:spec':{'f:x':{}},'f:status':{'f:y':{'f:z':{}}}}");
        assertThat(all.without(FieldSet.path("f:status"))).isEqualTo(set("{'f:spec':{'f:x':{}}}"));
        assertThat(all.within(FieldSet.path("f:status"))).isEqualTo(set("{'f:status':{'f:y':{'f:z':{}}}}"));
    }

    @Test
    void pathsAreShownAsARealServerShowsThem() {
        assertThat(Step.shown(
                        java.util.List.of("f:spec", "f:ports", "k:{\"port\":80,\"protocol\":\"TCP\"}", "f:nodePort")))
                .isEqualTo(".spec.ports[port=80,protocol=\"TCP\"].nodePort");
        assertThat(Step.shown(java.util.List.of("f:metadata", "f:finalizers", "v:\"a/b\"")))
                .isEqualTo(".metadata.finalizers[=\"a/b\"]");
    }
}
