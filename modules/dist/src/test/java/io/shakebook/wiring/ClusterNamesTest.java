// SPDX-License-Identifier: Apache-2.0
package io.shakebook.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin@prod-a admin@prod-b                   | prod-a prod-b
            arn:aws:eks:eu-west-1:1:cluster/prod-a      | prod-a
            gke_project_zone_Prod                       | gke-project-zone-prod
            admin@prod viewer@prod                      | admin-prod viewer-prod
            a_b a-b                                     | a-b a-b-2
            kubernetes-admin@cluster                    | kubernetes-admin-cluster
            prod prod                                   | prod
            @@@                                         | cluster
            """)
    void aContextGivesAShortNameThatNoOtherHas(String contexts, String names) {
        assertThat(ClusterNames.of(Arrays.asList(contexts.split(" "))).keySet()).containsExactly(names.split(" "));
    }
}
