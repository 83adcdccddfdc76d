// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.Demands;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandParserTest {
    private final Problems problems = new Problems();

    private Optional<Inventory> parse(String demands) {
        return new InventoryParser(Fakes.catalog(), problems)
                .parse(Trees.of(Map.of("inventory.yaml", "inventory: demo\n" + demands + "\n")));
    }

    @Test
    void anInventoryDemandsNothingUnlessItSaysSo() {
        assertThat(parse("").orElseThrow().demands()).isEqualTo(Demands.NONE);
        Demands said = parse("demands: { clean: true, signed: true, branch: main }")
                .orElseThrow()
                .demands();
        assertThat(said.words()).containsExactly("clean", "signed", "branch=main");
    }

    @ParameterizedTest
    @CsvSource({
        "demands: { clean: false },demands nothing",
        "demands: { clean: maybe },must be true or false",
        "demands: { signers: x },signers",
        "demands: clean,must be a map",
    })
    void whatIsNoDemandIsAMistake(String demands, String why) {
        assertThat(parse(demands)).isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::summary).anyMatch(one -> one.contains(why));
    }

    @Test
    void anIncludedFileMakesNone() {
        Optional<Inventory> inventory = new InventoryParser(Fakes.catalog(), problems)
                .parse(Trees.of(Map.of(
                        "inventory.yaml", "inventory: demo\ninclude: [more.yaml]\n",
                        "more.yaml", "demands: { clean: true }\n")));
        assertThat(inventory).isEmpty();
        assertThat(problems.all())
                .extracting(Diagnostic::summary)
                .anyMatch(one -> one.contains("stands in inventory.yaml only"));
    }

    @Test
    void anEarlierFileIsReadWithoutItsMistakes() {
        byte[] earlier = "inventory: [x\n".getBytes(UTF_8);
        assertThat(DemandParser.ofEarlier(earlier)).isEqualTo(Demands.NONE);
        assertThat(DemandParser.ofEarlier("wrong: 1\ndemands: { branch: main }\n".getBytes(UTF_8))
                        .words())
                .containsExactly("branch=main");
    }

    @Test
    void demandsOnlyBecomeMore() throws Demands.Unknown {
        Demands machine = Demands.of(List.of("signed", "branch=main"));
        Demands inventory = Demands.of(List.of("clean", "branch=release"));
        assertThat(machine.and(inventory).words()).containsExactly("clean", "signed", "branch=main", "branch=release");
        assertThat(machine.and(inventory).without(machine)).isEqualTo(inventory);
        assertThat(catchThrowableOfType(Demands.Unknown.class, () -> Demands.of(List.of("branch="))))
                .hasMessageContaining("cannot be demanded");
    }
}
