// SPDX-License-Identifier: Apache-2.0
package io.shakebook.cli.verb;

import io.shakebook.cli.Carrier;
import io.shakebook.cli.LocalFault;
import io.shakebook.cli.PlanFiles;
import io.shakebook.cli.Planned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Plan files in a map. What is read from any of them is the plan of one session, which also carries it out. */
final class FakePlanFiles implements PlanFiles {
    final Map<String, String> texts = new LinkedHashMap<>();
    private Optional<FakeSession> session = Optional.empty();

    FakePlanFiles() {}

    FakePlanFiles(FakeSession session) {
        this.session = Optional.of(session);
    }

    @Override
    public Planned read(String path) throws LocalFault {
        return session.orElseThrow(() -> new LocalFault("there is no file " + path, "name another file"))
                .plan();
    }

    @Override
    public void write(String path, String text) {
        texts.put(path, text);
    }

    @Override
    public Carrier open(Planned planned) {
        return session.orElseThrow();
    }
}
