// SPDX-License-Identifier: Apache-2.0
package io.shakebook.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.shakebook.engine.change.ClusterEntry.Embedded;
import io.shakebook.engine.change.ClusterEntry.Kubeconfig;
import io.shakebook.engine.planning.Fakes;
import io.shakebook.engine.planning.Trees;
import io.shakebook.engine.source.FolderTree;
import io.shakebook.engine.source.Problems;
import io.shakebook.spi.diagnostic.Diagnostic;
import io.shakebook.spi.diagnostic.Position;
import io.shakebook.spi.kube.Port;
import io.shakebook.spi.value.SecretRef;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryParserTest {
    private static final String GOOD = """
            inventory: demo
            clusters:
              west: { context: prod-west, node-address: 10.0.1.11 }
            store:
              orders:
                cluster: west
                namespace: orders
                version: 6.0
                labels: { app: orders }
            """;

    private static final String[] CODE = {"password-in-file"};

    private final Problems problems = new Problems();

    @Test
    void entriesAreTypedAndReferToEachOther() {
        Inventory inventory = shipped();

        Fakes.Pair shop = (Fakes.Pair) inventory.entries().get("store-pair").get("shop");
        assertThat(shop.primary().name()).isEqualTo("orders");
        assertThat(shop.primary().cluster().nodeAddress()).contains("10.0.1.11");
        assertThat(shop.primary().version()).isEqualTo(new BigDecimal("6.0"));
        assertThat(shop.standby().shards()).isEqualTo(1);
        assertThat(shop.standby().port()).isEqualTo(new Port(6379));
        assertThat(shop.standby().service()).isEmpty();
    }

    @Test
    void aSecretLiesBesideItsEntryUnlessItSaysElse() {
        Inventory inventory = shipped();

        assertThat(((Fakes.Store) inventory.entries().get("store").get("orders")).password())
                .contains(new SecretRef("orders.password", "west", "orders", "orders-auth", "password"));
        assertThat(((Fakes.Store) inventory.entries().get("store").get("copies")).password())
                .contains(new SecretRef("copies.password", "east", "vault", "copies-auth", "password"));
    }

    @Test
    void clustersAreEmbeddedOrAContext() {
        Inventory inventory = shipped();

        assertThat(inventory.clusters().get("west").access()).isEqualTo(new Embedded("west.yaml"));
        assertThat(inventory.clusters().get("west").parallel()).isEqualTo(4);
        assertThat(inventory.clusters().get("east").access())
                .isEqualTo(new Kubeconfig(
                        Optional.empty(), "prod-east", Optional.of("https://east.example:6443"), Optional.of("6f2a")));
        assertThat(inventory.groups()).containsEntry("all-pairs", java.util.List.of("shop"));
        assertThat(inventory.origins().get("store.orders.shards").line()).isEqualTo(18);
    }

    @Test
    void aClusterMayHaveANamespaceForStepsThatNameNone() {
        Inventory inventory = parse(Map.of(
                        "inventory.yaml",
                        GOOD.replace(
                                "node-address", "namespace: orders, server: \"https://[fd00::1]:6443\", node-address")))
                .orElseThrow(() -> new AssertionError(problems.all()));
        assertThat(inventory.clusters().get("west").namespace()).contains("orders");
    }

    @ParameterizedTest
    @CsvSource({
        "namespace: Orders, wrong-namespace",
        "namespace: a_b, wrong-namespace",
        "server: 10.0.1.1:6443, wrong-server",
        "server: ftp://10.0.1.1, wrong-server",
        "server: 'https://user:pw@10.0.1.1', wrong-server",
    })
    void whatCannotBeAPlaceIsSaidWithoutAskingACluster(String key, String code) {
        assertThat(parse(Map.of("inventory.yaml", GOOD.replace("node-address", key + ", node-address"))))
                .isEmpty();
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void aNodeAddressIsAHostAlone() {
        for (String good : List.of("10.0.1.11", "node-1.site-a.example", "\"fd00::1\"", "\"[fd00::1]\"")) {
            parse(Map.of("inventory.yaml", GOOD.replace("10.0.1.11", good)));
            assertThat(problems.all()).as(good).isEmpty();
        }
        for (String wrong : List.of("\"10.0.1.11:30000\"", "https://10.0.1.11", "10.0.1.11 or 10.0.1.12", "-a")) {
            Problems found = new Problems();
            new InventoryParser(Fakes.catalog(), found)
                    .parse(Trees.of(Map.of("inventory.yaml", GOOD.replace("10.0.1.11", wrong))));
            assertThat(found.all()).as(wrong).extracting(Diagnostic::code).containsExactly("wrong-node-address");
        }
    }

    @Test
    void severalFilesAreOneInventory() {
        Optional<Inventory> inventory = parse(Map.of(
                "inventory.yaml",
                GOOD + "include: [more.yaml]\n",
                "more.yaml",
                "clusters:\n  east: { context: prod-east }\nparameters: { image: x }\n"));

        assertThat(inventory.orElseThrow().clusters()).containsOnlyKeys("west", "east");
        assertThat(inventory.orElseThrow().parameters()).containsOnlyKeys("image");
        assertThat(inventory.orElseThrow().origins().get("clusters.east")).hasToString("more.yaml:2:3");
    }

    @Test
    void aNameInTwoFilesIsAMistake() {
        parse(Map.of(
                "inventory.yaml",
                GOOD + "include: [more.yaml]\n",
                "more.yaml",
                "clusters:\n  west: { context: other }\n"));

        assertThat(found()).isEqualTo("duplicate-key more.yaml:2:3");
    }

    /** The part that is wrong, in the place of a part of a good inventory. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "context: prod-west ~ contxt: prod-west       ~ unknown-key inventory.yaml:3:11",
                "context: prod-west ~ embedded: gone.yaml     ~ no-file inventory.yaml:3:21",
                "context: prod-west ~ embedded: ../x.yaml     ~ outside-of-root inventory.yaml:3:21",
                "context: prod-west ~ context: x, embedded: inventory.yaml ~ wrong-cluster inventory.yaml:3:11",
                "context: prod-west ~ context: x, parallel: 0 ~ wrong-type inventory.yaml:3:33",
                "cluster: west      ~ cluster: wset           ~ unknown-cluster inventory.yaml:6:14",
                "cluster: west      ~ clster: west            ~ unknown-field inventory.yaml:6:5",
                "namespace: orders  ~ namespace: My_Orders    ~ invalid-value inventory.yaml:7:16",
                "namespace: orders  ~ namespace: ${x}         ~ no-expressions inventory.yaml:7:16",
                "version: 6.0       ~ version: 6              ~ wrong-type inventory.yaml:8:14",
                "version: 6.0       ~ version: \"6.0\"        ~ wrong-type inventory.yaml:8:14",
                "labels: { app: orders } ~ labels: x          ~ wrong-type inventory.yaml:9:13",
                "store:\\n          ~ stores:\\n              ~ unknown-key inventory.yaml:4:1",
                "inventory: demo    ~ summary: demo           ~ missing-key inventory.yaml:1:1",
                "orders:\\n         ~ orders:\\n    name: x\\n ~ unknown-field inventory.yaml:6:5",
                "orders:\\n         ~ orders:\\n    password: { secret: x }\\n ~ missing-key inventory.yaml:6:5",
            })
    void eachMistakeHasItsPlace(String good, String wrong, String expected) {
        parse(Map.of("inventory.yaml", GOOD.replace(good.replace("\\n", "\n"), wrong.replace("\\n", "\n"))));

        assertThat(found()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "file: /etc/redis-password | file /etc/redis-password",
                "file: ~/redis-password | file ~/redis-password",
                "environment: REDIS_A | environment variable REDIS_A",
                "command: [pass, show, \"redis a\"] | command pass show \"redis a\"",
                "command: [/usr/bin/pass], within: 1m | command /usr/bin/pass",
                "secret: auth, key: k | west/orders/Secret/auth#k",
            })
    void aSecretMayLieOnTheMachine(String form, String source) {
        Optional<Inventory> inventory = parse(Map.of(
                "inventory.yaml", GOOD.replace("orders:\n    c", "orders:\n    password: { " + form + " }\n    c")));
        assertThat(problems.all()).isEmpty();
        assertThat(((Fakes.Store) inventory.orElseThrow().entries().get("store").get("orders"))
                        .password()
                        .orElseThrow()
                        .source())
                .isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "file: redis-password ~ wrong-secret",
                "file: ../redis-password ~ wrong-secret",
                "file: /a, secret: b ~ wrong-secret",
                "file: /a, key: b ~ wrong-secret",
                "environment: \"a b\" ~ wrong-secret",
                "environment: REDIS, within: 3s ~ wrong-secret",
                "command: pass show ~ wrong-type",
                "command: [] ~ wrong-secret",
                "command: [./pass] ~ relative-command",
                "command: [bin/pass] ~ relative-command",
                "command: [pass], within: 1h ~ wrong-secret",
                "command: [pass], within: soon ~ wrong-secret",
                "fle: /a ~ unknown-key",
                "command: [pass, \"--token=hunter2\"] ~ password-in-file",
            })
    void aWrongReferenceToASecretIsSaid(String form, String code) {
        parse(Map.of(
                "inventory.yaml", GOOD.replace("orders:\n    c", "orders:\n    password: { " + form + " }\n    c")));
        assertThat(problems.all()).extracting(Diagnostic::code).contains(code);
        assertThat(problems.all().toString()).doesNotContain("hunter2");
    }

    @Test
    void aPasswordIsNeverRepeated() {
        parse(Map.of("inventory.yaml", GOOD.replace("orders:\n", "orders:\n    password: hunter2\n")));

        assertThat(found()).isEqualTo("wrong-secret inventory.yaml:6:15");
        assertThat(problems.all().toString()).doesNotContain("hunter2");
    }

    @Test
    void whatLooksLikeAPasswordIsAWarning() {
        Optional<Inventory> inventory =
                parse(Map.of("inventory.yaml", GOOD + "parameters: { db-password: hunter2 }\n"));

        assertThat(inventory).isPresent();
        assertThat(found()).isEqualTo("password-in-file inventory.yaml:10:28");
        assertThat(problems.all().toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "db-password: hunter2 ~ 1",
                "dbPassword: hunter2 ~ 1",
                "a: { b: { c: [ { client_secret: hunter2 } ] } } ~ 1",
                "passwords: [hunter2, hunter2] ~ 2",
                "requirepass: 12345 ~ 1",
                "url: redis://user:hunter2@host:6379/0 ~ 1",
                "jdbc: 'jdbc:x://h/db?user=a&password=hunter2' ~ 1",
                "key: '-----BEGIN PRIVATE KEY-----' ~ 1",
                "api-key: hunter2 ~ 1",
                "note: ghp_hunter2hunter2hunter2hunter2 ~ 1",
                "url: https://host:6379/a@b ~ 0",
                "image: registry.example/shake@sha256:0123 ~ 0",
                "password-key: password ~ 0",
                "secret-name: orders-auth ~ 0",
                "pull-secret: regcred ~ 0",
                "use-token: true ~ 0",
                "password: { secret: a, key: b } ~ 0",
                "password: '' ~ 0",
                "tokenizer: words ~ 0",
            })
    void whatLooksLikeAPasswordIsFoundWhereverItStands(String line, int warnings) {
        parse(Map.of("inventory.yaml", GOOD + "parameters:\n  " + line + "\n"));

        assertThat(problems.all()).extracting(Diagnostic::code).containsOnly(warnings == 0 ? new String[0] : CODE);
        assertThat(problems.all()).hasSize(warnings);
        assertThat(problems.all().toString()).doesNotContain("hunter2");
    }

    @Test
    void aMistakeBesideAPasswordDoesNotShowTheLine() {
        parse(Map.of(
                "inventory.yaml",
                GOOD.replace("labels: { app: orders }", "labels: { db-password: hunter2 }, nmespace: x")
                        .replace("orders:\n", "orders: { token: hunter2, cluster: west }\n")));

        assertThat(problems.hasErrors()).isTrue();
        assertThat(problems.all().toString()).doesNotContain("hunter2");
    }

    @Test
    void aPairOfWhatDoesNotExistIsOneMistake() {
        parse(Map.of(
                "inventory.yaml",
                GOOD + "store-pair:\n  shop: { primary: orders, standby: copies }\ngroups: { all: [shop, shoe] }\n"));

        assertThat(found()).isEqualTo("unknown-entry inventory.yaml:11:37, unknown-entry inventory.yaml:12:23");
    }

    @Test
    void aRecordThatRefusesAFieldSaysSoAtTheField() {
        parse(Map.of("inventory.yaml", GOOD + "store-pair:\n  shop: { primary: orders, standby: orders }\n"));

        assertThat(found()).isEqualTo("invalid-value inventory.yaml:11:37");
    }

    @Test
    void aFolderWithoutAnInventoryIsSaid() {
        parse(Map.of());

        assertThat(found()).isEqualTo("no-inventory -");
    }

    private Inventory shipped() {
        return new InventoryParser(Fakes.catalog(), problems)
                .parse(new FolderTree(Path.of("src/test/resources/site/inventory")))
                .orElseThrow();
    }

    private Optional<Inventory> parse(Map<String, String> files) {
        return new InventoryParser(Fakes.catalog(), problems).parse(Trees.of(files));
    }

    private String found() {
        return problems.all().stream().map(InventoryParserTest::shown).collect(Collectors.joining(", "));
    }

    private static String shown(Diagnostic one) {
        return one.code() + " " + one.at().map(Position::toString).orElse("-");
    }
}
