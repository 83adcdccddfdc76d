// SPDX-License-Identifier: Apache-2.0
package io.shakebook.testkit.apiserver;

/** Something that not every server can do; a row of the contract that needs it is skipped, with the reason, elsewhere. */
public enum Ability {
    CONTROLLERS("controllers run: Deployments make Pods, and deleted namespaces end"),
    PODS("pods run: they become ready, and take time to go"),
    EXPIRY("resource version 1 is so old that it can no longer be watched"),
    OPENAPI_SCHEMAS("/openapi/v3 describes the fields of every kind"),
    ACCESS_CONTROL("requests are authenticated and authorised");

    private final String meaning;

    Ability(String meaning) {
        this.meaning = meaning;
    }

    /** The ability in words, to be read after "needs a server where". */
    public String meaning() {
        return meaning;
    }
}
