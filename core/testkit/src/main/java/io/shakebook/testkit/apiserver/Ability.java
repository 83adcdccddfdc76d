// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

/** Something that not every server can do; a row of the contract that needs it is skipped, with the reason, elsewhere. */
public enum Ability {
    CONTROLLERS("controllers run: Deployments make Pods, and deleted namespaces end"),
    PODS("pods run: they become ready, and take time to go"),
    EXPIRY("resource version 1 is so old that it can no longer be watched"),
    PROGRESS("a watch needs no version: kube-apiserver on etcd 3.4.23 ends such a watch with a timeout");

    private final String meaning;

    Ability(String meaning) {
        this.meaning = meaning;
    }

    /** The ability in words, to be read after "needs a server where". */
    public String meaning() {
        return meaning;
    }
}
