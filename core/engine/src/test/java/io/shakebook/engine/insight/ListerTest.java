// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.insight.Content.Fields;
import io.shakebook.engine.insight.Content.Named;
import io.shakebook.engine.insight.Content.Plain;
import io.shakebook.engine.insight.Content.Secret;
import io.shakebook.engine.insight.Links.Link;
import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.ParameterReader;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.value.SecretRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ListerTest {

    @Test
    void whatIsReferredToStaysAName() {
        Listing site = Listings.site();

        assertThat(fields(site, "store-pair", "shop"))
                .containsExactly(
                        Map.entry("primary", new Named("store", "orders")),
                        Map.entry("standby", new Named("store", "copies")));
        assertThat(fields(site, "store", "copies"))
                .containsEntry("cluster", new Named("clusters", "east"))
                .containsEntry("port", new Plain(6379L))
                .containsEntry(
                        "password",
                        new Secret(new SecretRef("copies.password", "east", "vault", "copies-auth", "password")))
                .doesNotContainKeys("name", "service");
    }

    @Test
    void aValueIsFromItsLineOrTheDefaultAndSaysWhatItIsInsteadOf() {
        Listing site = Listings.site();

        assertThat(site.origin("store.orders.shards").orElseThrow().line()).isEqualTo(10);
        assertThat(site.overridden("store.orders.shards")).containsExactly("the default 1");
        assertThat(site.origin("store.copies.shards")).isEmpty();
        assertThat(site.overridden("store.copies.shards")).isEmpty();
        assertThat(site.overridden("store.orders.namespace")).isEmpty();
    }

    @Test
    void aParameterIsInsteadOfTheDefaultsOfPlaybooks() throws Exception {
        String playbook = """
                playbook: sync
                summary: Copies.
                parameters:
                  image: { type: string, default: "shake:0" }
                  other: { type: string, default: x }
                phases: []
                """;
        Problems problems = new Problems();
        ParameterReader.Parameters parameters = new ParameterReader(Fakes.catalog())
                .read(
                        Trees.of(Map.of("sync.yaml", playbook)),
                        "sync.yaml",
                        Listings.inventory(Map.of("inventory.yaml", Listings.SITE), problems),
                        Map.of());

        Listing listing = Listings.site().over(List.of(parameters));

        assertThat(listing.overridden("parameters.image"))
                .containsExactly("shake:0, the default of sync at sync.yaml:4");
        assertThat(listing.overridden("parameters.other")).isEmpty();
    }

    @Test
    void whatLooksLikeAPasswordIsHidden() {
        Listing listing = Listings.of(Listings.SITE + "  nested: { list: [{ api-token: hunter2 }] }\n");

        assertThat(listing.parameters().get("nested").toString())
                .contains("hidden")
                .doesNotContain("hunter2");
        assertThat(listing.warnings()).hasSize(1);
    }

    @Test
    void groupsLeadToEntriesAndThoseToClusters() {
        Map<Named, List<Link>> links = new Links(Listings.site()).all();

        assertThat(links.keySet())
                .extracting(Named::name)
                .containsExactly("all-pairs", "orders", "copies", "shop", "west", "east");
        assertThat(links.get(new Named("groups", "all-pairs")))
                .containsExactly(new Link("", new Named("store-pair", "shop")));
        assertThat(links.get(new Named("store", "orders")))
                .containsExactly(new Link("cluster", new Named("clusters", "west")));
    }

    private static Map<String, Content> fields(Listing listing, String type, String name) {
        Map<String, Fields> entries = listing.entries().getOrDefault(type, Map.of());
        return Objects.requireNonNull(entries.get(name)).fields();
    }
}
