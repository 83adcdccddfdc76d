// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.spi.Wanted;
import io.shakebook.spi.kube.FieldPath;
import io.shakebook.spi.kube.Kind;
import io.shakebook.spi.kube.Manifest;
import io.shakebook.spi.kube.ObjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for objects of any form; the seed stands in the test's name. */
class DifferPropertyTest {
    /** Without it the first random numbers of neighbouring seeds are all but the same. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final String US = "shakebook.any";
    private final Differ differ = new Differ(ref -> "canary", KeyFormat.FORMATS);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasAppliedIsTheSame(long seed) throws Exception {
        Manifest wanted = object(new Random(seed * SPREAD));
        assertThat(differ.compare(new Wanted.Present(wanted), Optional.of(Server.applied(wanted, US)), US))
                .isEqualTo(new Comparison.Same());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneChangedLeafShowsAsExactlyThatPath(long seed) throws Exception {
        Random random = new Random(seed * SPREAD);
        Manifest wanted = object(random);
        List<FieldPath> leaves =
                new ArrayList<>(Leaves.of(wanted, Shape.of(List.of())).keySet());
        leaves.removeIf(DifferPropertyTest::keyOfAnElement);
        FieldPath changed = leaves.get(random.nextInt(leaves.size()));
        Manifest live = Server.with(Server.applied(wanted, US), changed, "something else");
        Diff diff = ((Comparison.Differs) differ.compare(new Wanted.Present(wanted), Optional.of(live), US)).diff();
        assertThat(diff.files()).isEmpty();
        assertThat(diff.fields()).extracting(FieldChange::path).containsExactly(changed);
    }

    private static boolean keyOfAnElement(FieldPath path) {
        int last = path.segments().size() - 1;
        return path.segments().get(last).equals(new FieldPath.Key("name"))
                && path.segments().get(last - 1) instanceof FieldPath.Element;
    }

    private static Manifest object(Random random) {
        ObjectRef ref = new ObjectRef(new Kind("example.io/v1", "Thing"), "n", "x");
        return Manifest.of(ref, Map.of("spec", map(random, 0), "other.key/x", map(random, 2)));
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            map.put(List.of("a", "b-c", "d.e/f", "selector", "0", "a b").get(random.nextInt(6)), node(random, depth));
        }
        return map;
    }

    private static Object node(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 3 : 7)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> "text " + random.nextInt();
            case 3 -> List.of("x", random.nextLong());
            case 4 -> elements(random, depth);
            default -> map(random, depth + 1);
        };
    }

    private static List<Object> elements(Random random, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Map<String, Object> item = new LinkedHashMap<>(map(random, depth + 1));
            item.put("name", "n" + i);
            list.add(item);
        }
        return list;
    }
}
