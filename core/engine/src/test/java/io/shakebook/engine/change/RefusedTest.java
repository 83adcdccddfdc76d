// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            422 | spec.selector: Invalid value: {}: field is immutable                                  | true
            422 | spec.clusterIPs[0]: Invalid value: ["10.96.0.9"]: may not change once set             | true
            422 | spec: Forbidden: spec is immutable after creation except resources.requests           | true
            422 | spec: Forbidden: updates to statefulset spec for fields other than 'replicas' are     | true
            422 | spec: Forbidden: pod updates may not change fields other than                         | true
            422 | spec.ports[0].port: Invalid value: 99999: must be between 1 and 65535                 | false
            409 | field is immutable                                                                    | false
            """)
    void tellsWhetherOnlyANewObjectWouldDo(int code, String message, boolean immutable) {
        assertThat(new Refused(code, message, Optional.empty()).immutable()).isEqualTo(immutable);
    }

    @Test
    void whatIsTooLargeAsAWholeNamesNoField() {
        String words = "ConfigMap \"big\" is invalid: []: Too long: may not be more than 1048576 bytes";
        assertThat(new Refused(422, words, Optional.empty()).remedy("the step", "east"))
                .startsWith("make the object smaller");
    }
}
