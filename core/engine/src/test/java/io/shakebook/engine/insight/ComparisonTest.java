// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.insight.ThingDifference.Kind;
import io.shakebook.engine.inventory.Inventory;
import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.Mistakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.Problems;
import io.shakebook.engine.source.SourceTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final String PLAYBOOK = """
            playbook: sync
            summary: Copies.
            parameters:
              pair: { type: store-pair }
              image: { type: string, default: "shake:0" }
              shards: { type: integer, default: 1 }
              needed: { type: string }
            phases: []
            """;

    /** The site with each {@code a => b} carried out; what differs, in words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "summary: Two sites. => summary: Other. | ",
                "orders:\\n => orders:   # the shop\\n | ",
                "shards: 2 => shards: 3 | CHANGED store.orders{shards 2->3}; AFFECTED store-pair.shop<store.orders;"
                        + " sync{pair.primary.shards 2->3}",
                "server: \"https://west:6443\" => server: \"https://west:7443\" | CHANGED clusters.west{server"
                        + " https://west:6443->https://west:7443}; AFFECTED store.orders<clusters.west; AFFECTED"
                        + " store-pair.shop<clusters.west;"
                        + " sync{pair.primary.cluster.server https://west:6443->https://west:7443}",
                "west => north | RENAMED clusters.north(west){context prod-west->prod-north,"
                        + " server https://west:6443->https://north:6443}; AFFECTED store.orders<clusters.north;"
                        + " AFFECTED store-pair.shop<clusters.north; sync{pair.primary.cluster west->north,"
                        + " pair.primary.cluster.context prod-west->prod-north,"
                        + " pair.primary.cluster.server https://west:6443->https://north:6443}",
                "secret: orders-auth => secret: other-auth | CHANGED store.orders{password"
                        + " west/orders/orders-auth->west/orders/other-auth}; AFFECTED store-pair.shop<store.orders;"
                        + " sync{pair.primary.password west/orders/orders-auth->west/orders/other-auth}",
                "all-pairs: [shop] => all-pairs: [shop, orders] | CHANGED group all-pairs +[orders] -[]",
                "all-pairs: [shop] => every-pair: [shop] | RENAMED group every-pair(all-pairs) +[] -[]",
                "all-pairs: [shop] => all-pairs: [copies] | CHANGED group all-pairs +[copies] -[shop]",
                "image: shake:1 => image: shake:2 | parameter image shake:1->shake:2; sync{image shake:1->shake:2}",
                "  image: shake:1\\n => | parameter image shake:1->-; sync{image shake:1->shake:0}",
                "inventory: demo => inventory: prod | name",
                "version: 7.2 => version: 7.20 | CHANGED store.copies{version 7.2->7.20}; AFFECTED"
                        + " store-pair.shop<store.copies; sync{pair.standby.version 7.2->7.20}",
            })
    void eachChangeIsSaidToWhomItMatters(String change, String expected) {
        assertThat(said(Listings.SITE, changed(change))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aRenamedEntryIsTheSameWhereverItIsReferredTo() {
        String renamed = changed("orders:\n => sales:\n", "primary: orders => primary: sales");
        String expected = "RENAMED store.sales(orders){}; AFFECTED store-pair.shop<store.sales;"
                + " sync{pair.primary orders->sales}";
        assertThat(said(Listings.SITE, renamed)).isEqualTo(expected);
    }

    @Test
    void aRenamedEntryMayHaveAnotherValueIfItIsAtTheSamePlace() {
        String renamed =
                changed("orders:\n => sales:\n", "primary: orders => primary: sales", "shards: 2 => shards: 4");
        assertThat(said(Listings.SITE, renamed)).startsWith("RENAMED store.sales(orders){shards 2->4}; AFFECTED");
    }

    @Test
    void anotherEntryAtAnotherPlaceIsNoRename() {
        String other = changed(
                "orders:\n => sales:\n", "primary: orders => primary: sales", "namespace: orders => namespace: sales");
        assertThat(said(Listings.SITE, other))
                .startsWith("ADDED store.sales; REMOVED store.orders; CHANGED store-pair.shop{primary orders->sales}");
    }

    @Test
    void aRenamedPairIsTheSameInItsGroupAndAnotherNameForPlaybooks() {
        String renamed = changed("shop:\n => market:\n", "[shop] => [market]", "pair: shop => pair: market");
        assertThat(said(Listings.SITE, renamed))
                .isEqualTo("RENAMED store-pair.market(shop){}; parameter pair shop->market; sync{pair shop->market}");
    }

    @Test
    void ofSeveralThatCouldBeItNoneIsCalledARename() {
        String twins = Listings.SITE.replace(
                "store-pair:",
                "  twin-a: { cluster: west, namespace: t, version: 6.0, labels: { a: b }, shards: 2 }\nstore-pair:");
        String others = Listings.SITE.replace("store-pair:", """
                  twin-b: { cluster: west, namespace: t, version: 6.0, labels: { a: b }, shards: 3 }
                  twin-c: { cluster: west, namespace: t, version: 6.0, labels: { a: b }, shards: 4 }
                store-pair:""");
        assertThat(said(twins, others)).isEqualTo("ADDED store.twin-b; ADDED store.twin-c; REMOVED store.twin-a");
    }

    @Test
    void movingSectionsBetweenFilesIsNoDifference() {
        int at = Listings.SITE.indexOf("store:");
        Map<String, String> files = Map.of(
                "inventory.yaml",
                Listings.SITE.substring(0, at) + "include: [more.yaml]\n",
                "more.yaml",
                Listings.SITE.substring(at));
        assertThat(said(Map.of("inventory.yaml", Listings.SITE), files)).isEmpty();
    }

    @Test
    void theOrderOfEntriesIsNoDifferenceButThatOfAGroupIs() {
        String two = Listings.SITE.replace("[shop]", "[shop, orders]");
        String start = Listings.SITE.substring(0, Listings.SITE.indexOf("store:"));
        String stores = Listings.SITE.substring(Listings.SITE.indexOf("store:"), Listings.SITE.indexOf("store-pair:"));
        String rest = Listings.SITE.substring(Listings.SITE.indexOf("store-pair:"));

        assertThat(said(Listings.SITE, start + rest + stores)).isEmpty();
        assertThat(said(two, two.replace("[shop, orders]", "[orders, shop]")))
                .isEqualTo("CHANGED group all-pairs reordered");
    }

    @Test
    void otherObjectsToStartWithAreADifferenceOfTheCluster() {
        String embedded = Listings.SITE.replaceFirst("east: \\{.*}", "east: { embedded: east.yaml }");
        String said = said(
                Map.of("inventory.yaml", embedded, "east.yaml", "objects: []\n"),
                Map.of("inventory.yaml", embedded, "east.yaml", "objects: [{}]\n"));
        assertThat(said).startsWith("CHANGED clusters.east{embedded objects sha256:");
    }

    @Test
    void whatLooksLikeAPasswordIsComparedAndNotSaid() {
        String before = Listings.SITE + "  db-password: hunter2\n";
        String said = said(before, before.replace("hunter2", "hunter3"));
        assertThat(said).isEqualTo("parameter db-password hidden->hidden");
    }

    /** Whatever is changed and changed back is no difference, and what is added one way is removed the other way. */
    @Test
    void theOtherWayRoundIsTheOpposite() {
        List<String> versions = List.of(
                Listings.SITE,
                changed("shards: 2 => shards: 3"),
                changed("west => north"),
                changed("orders:\n => sales:\n", "primary: orders => primary: sales"),
                changed("groups:\n  all-pairs: [shop]\n => "));
        for (String one : versions) {
            assertThat(difference(one, one).none()).isTrue();
            for (String other : versions) {
                assertThat(kinds(difference(one, other), Kind.ADDED))
                        .isEqualTo(kinds(difference(other, one), Kind.REMOVED));
                assertThat(kinds(difference(one, other), Kind.RENAMED))
                        .isEqualTo(kinds(difference(other, one), Kind.RENAMED));
            }
        }
    }

    private static long kinds(InventoryDifference difference, Kind kind) {
        return difference.things().stream().filter(one -> one.kind() == kind).count()
                + difference.groups().stream().filter(one -> one.kind() == kind).count();
    }

    private static String changed(String... changes) {
        String text = Listings.SITE;
        for (String change : changes) {
            String[] sides = change.replace("\\n", "\n").split(" ?=> ?", -1);
            assertThat(text).contains(sides[0]);
            text = text.replace(sides[0], sides[1]);
        }
        return text;
    }

    private static InventoryDifference difference(String before, String after) {
        return difference(Map.of("inventory.yaml", before), Map.of("inventory.yaml", after));
    }

    private static InventoryDifference difference(Map<String, String> before, Map<String, String> after) {
        return new Comparison(side(before), side(after)).difference();
    }

    private static Compared side(Map<String, String> files) {
        Inventory inventory = Listings.inventory(files, new Problems());
        SourceTree tree = Trees.of(files);
        try {
            ParameterReader.Parameters sync = new ParameterReader(Fakes.catalog())
                    .read(Trees.of(Map.of("sync.yaml", PLAYBOOK)), "sync.yaml", inventory, Map.of());
            return Compared.of(Fakes.catalog(), inventory, tree, Map.of("sync.yaml", sync));
        } catch (Mistakes wrong) {
            throw new AssertionError(wrong.diagnostics().toString(), wrong);
        }
    }

    private static String said(String before, String after) {
        return said(Map.of("inventory.yaml", before), Map.of("inventory.yaml", after));
    }

    private static String said(Map<String, String> before, Map<String, String> after) {
        InventoryDifference difference = difference(before, after);
        return Stream.of(
                        difference.name().stream().map(name -> "name"),
                        difference.things().stream().map(ComparisonTest::thing),
                        difference.groups().stream().map(ComparisonTest::group),
                        difference.parameters().stream().map(one -> "parameter " + field(one)),
                        difference.playbooks().stream().map(one -> one.name() + fields(one.fields())))
                .flatMap(all -> all)
                .collect(Collectors.joining("; "));
    }

    private static String thing(ThingDifference one) {
        String name =
                one.kind() + " " + one.thing().section() + "." + one.thing().name()
                        + one.formerly().map(was -> "(" + was + ")").orElse("");
        return switch (one.kind()) {
            case ADDED, REMOVED -> name;
            case RENAMED, CHANGED -> name + fields(one.fields());
            case AFFECTED ->
                name + "<"
                        + one.through().stream()
                                .map(to -> to.section() + "." + to.name())
                                .collect(Collectors.joining(","));
        };
    }

    private static String group(GroupDifference one) {
        String name = one.kind() + " group " + one.name()
                + one.formerly().map(was -> "(" + was + ")").orElse("");
        return name + (one.reordered() ? " reordered" : " +" + one.joined() + " -" + one.left());
    }

    private static String fields(List<FieldDifference> fields) {
        return fields.stream().map(ComparisonTest::field).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String field(FieldDifference one) {
        return one.path() + " " + one.before().map(ComparisonTest::shown).orElse("-") + "->"
                + one.after().map(ComparisonTest::shown).orElse("-");
    }

    private static String shown(Content content) {
        if (content instanceof Content.Secret secret) {
            return String.join(
                    "/",
                    Arrays.asList(secret.ref().source().split("/Secret/|#")).subList(0, 2));
        }
        return content instanceof Content.Plain plain
                ? String.valueOf(plain.value())
                : content instanceof Content.Named named ? named.name() : "hidden";
    }
}
