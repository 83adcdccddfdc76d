// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are those of a kube-apiserver 1.36. */
class AdmissionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "admission webhook \"w.example.com\" denied the request: no owner | comply with what the webhook \"w.example.com\" of \"east\" demands, or ask whoever administers it",
                "configmaps \"a\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: no owner | comply with what the policy \"p\" of \"east\" demands, or ask whoever administers it",
                "configmaps \"a\" is forbidden: exceeded quota: q, requested: count/configmaps=1, used: count/configmaps=2 | make room in the ResourceQuota \"q\" of the namespace on \"east\", or have it raised",
                "pods \"a\" is forbidden: failed quota: q: must specify limits.cpu for: c | make room in the ResourceQuota \"q\" of the namespace on \"east\", or have it raised",
                "pods \"a\" is forbidden: violates PodSecurity \"restricted:latest\": runAsNonRoot != true | change the pods so that they keep to PodSecurity \"restricted:latest\" of the namespace on \"east\"",
                "pods \"a\" is forbidden: maximum cpu usage per Container is 1, but limit is 2 | keep to the LimitRange for cpu of the namespace on \"east\"",
                "configmaps \"a\" is forbidden: unable to create new content in namespace t because it is being terminated | wait until the namespace \"t\" is gone from \"east\", and create it again"
            })
    void namesWhoRefusesAndWhatToDo(String words, String remedy) {
        assertThat(Admission.remedy(new Refused(403, words, Optional.empty()), "east"))
                .contains(remedy);
        assertThat(new Refused(403, words, Optional.empty()).remedy("the step", "east"))
                .isEqualTo(remedy);
    }

    @Test
    void aRuleOfAccessIsNoneOfThem() {
        Refused refused = new Refused(
                403,
                "configmaps \"a\" is forbidden: User \"u\" cannot patch resource \"configmaps\" in the namespace \"a\"",
                Optional.empty());
        assertThat(Admission.remedy(refused, "east")).isEmpty();
        assertThat(refused.remedy("the step", "east")).startsWith("ask for the permission");
    }

    @Test
    void namesTheWebhookThatFails() {
        assertThat(Admission.failedWebhook("Internal error occurred: failed calling webhook \"w\": connection refused"))
                .contains("w");
        assertThat(Admission.failedWebhook("Internal error occurred: etcd")).isEmpty();
    }
}
