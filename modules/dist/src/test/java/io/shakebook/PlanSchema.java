// SPDX-License-Identifier: Apache-2.0
package io.shakebook;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema of plan files that the documentation holds, for all plans that tests make. */
final class PlanSchema {
    private static final Schema SCHEMA = read();

    private PlanSchema() {}

    private static Schema read() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("../../docs/plan.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> problems(String plan) {
        return SCHEMA.validate(plan, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
