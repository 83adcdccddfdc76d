// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFileTest {
    private static final long SEED = 11;
    private static final String SEEN_AT = "\"at\": \"";

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsReadBackIsTheSamePlanAndTheSameBytes(long seed) throws Exception {
        Plan plan = RandomPlan.of(seed);
        String written = PlanFile.write(plan);
        assertThat(PlanFile.read(written)).isEqualTo(plan);
        assertThat(PlanFile.write(PlanFile.read(written))).isEqualTo(written);
    }

    private static Plan seenAt(String at, Map<String, String> unreachable) {
        Plan plan = RandomPlan.of(SEED);
        Seen seen = new Seen(at, Map.of(), Map.of("x", "ready"), Map.of("t", at), List.of(), unreachable);
        return new Plan(plan.made(), plan.facts(), plan.phases(), plan.steps(), seen);
    }

    @Test
    void anUnchangedWorldHasTheSameDigestTomorrow() {
        assertThat(Digest.of(seenAt("today", Map.of()))).isEqualTo(Digest.of(seenAt("tomorrow", Map.of())));
        assertThat(Digest.of(RandomPlan.of(1))).isNotEqualTo(Digest.of(RandomPlan.of(2)));
        assertThat(Digest.of(RandomPlan.of(1)).shown()).matches("sha256:[0-9a-f]{8}");
    }

    @Test
    void aChangedValueIsFoundOut() {
        String written = PlanFile.write(RandomPlan.of(SEED));
        assertThatThrownBy(() -> PlanFile.read(written.replaceFirst("redis-a\\.password", "redis-x.password")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("was changed after it was made");
    }

    @Test
    void aFieldThatThisVersionDoesNotKnowIsRefused() {
        String written = PlanFile.write(seenAt("now", Map.of()));
        assertThatThrownBy(() -> PlanFile.read(written.replaceFirst("\"ready\":", "\"new\": \"x\", \"ready\":")))
                .isInstanceOf(Unusable.class)
                .hasMessage("the plan is not usable: \"seen.new\" is not known to this version");
    }

    @Test
    void anotherFormatIsRefusedByName() {
        String written = PlanFile.write(RandomPlan.of(SEED));
        assertThatThrownBy(() -> PlanFile.read(written.replace("shakebook.plan/1", "shakebook.plan/2")))
                .hasMessageContaining("shakebook.plan/2");
    }

    @Test
    void brokenJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> PlanFile.read("{\"format\": ")).hasMessageContaining("line 1, column 12");
        assertThatThrownBy(() -> PlanFile.read("[]")).isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> PlanFile.read("{}")).hasMessageContaining("\"format\" is missing");
    }

    @Test
    void aPreviewHasNoDigestAndCannotBeRun() {
        String preview = PlanFile.write(seenAt("now", Map.of("site-b", "connection refused")));
        assertThat(preview).doesNotContain("\"digest\": \"sha256");
        assertThatThrownBy(() -> PlanFile.read(preview)).hasMessageContaining("preview");
    }

    @Test
    void secretsAreNumbersAndTheirNamesStandInOnePlace() {
        String written = LongStream.range(0, 100)
                .mapToObj(seed -> PlanFile.write(RandomPlan.of(seed)))
                .filter(plan -> plan.contains("{\"secret\": \"#1\""))
                .findFirst()
                .orElseThrow();
        assertThat(written).containsOnlyOnce("redis-a.password");
    }

    /** Only the time of planning can be another one: two plans of the same state differ in nothing else. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyOtherByteInAnyPlaceIsRefused(long seed) {
        String written = PlanFile.write(RandomPlan.of(seed));
        byte[] bytes = written.getBytes(UTF_8);
        Random random = new Random(seed);
        int from = written.substring(0, written.lastIndexOf(SEEN_AT)).getBytes(UTF_8).length + SEEN_AT.length();
        int to = from + RandomPlan.of(seed).seen().at().getBytes(UTF_8).length;
        for (int change = 0; change < 20; change++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            changed[at] ^= (byte) (1 + random.nextInt(127));
            if (from <= at && at < to) {
                continue;
            }
            String text = new String(changed, UTF_8);
            assertThatThrownBy(() -> PlanFile.read(text))
                    .as("seed " + seed + ", byte " + at + " of " + written)
                    .isInstanceOf(Unusable.class);
        }
    }

    @Test
    void anotherLayoutIsRefusedWithItsLineSinceWhatIsAppliedAreTheSameBytes() {
        String written = PlanFile.write(seenAt("now", Map.of()));
        assertThatThrownBy(() -> PlanFile.read(written.replace("\n", "\r\n")))
                .hasMessageContaining("first in line 1, in what its digest does not cover");
        assertThatThrownBy(() -> PlanFile.read(written.stripTrailing())).isInstanceOf(Unusable.class);
    }

    @Test
    void whatWasSeenCannotBeChangedEitherButForTheTime() throws Exception {
        String written = PlanFile.write(seenAt("now", Map.of()));
        assertThatThrownBy(() -> PlanFile.read(written.replace("\"ready\": {\"x\": \"ready\"}", "\"ready\": {}")))
                .hasMessageContaining("or the block \"seen\"");
        assertThat(PlanFile.read(written.replace("\"at\": \"now\"", "\"at\": \"later\""))
                        .seen()
                        .at())
                .isEqualTo("later");
    }
}
