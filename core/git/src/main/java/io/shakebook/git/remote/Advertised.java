// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import io.shakebook.engine.source.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;

/** The branches and tags that another machine has, and which of them was meant. */
final class Advertised {
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private final RemoteUrl url;
    private final Collection<Ref> all;

    Advertised(RemoteUrl url, Collection<Ref> all) {
        this.url = url;
        this.all = all.stream().filter(ref -> ref.getObjectId() != null).toList();
    }

    /** @throws RemoteFault if there is none of this name, or two */
    Ref meant(TypedRef typed) throws RemoteFault {
        if (all.isEmpty()) {
            throw fault("the repository " + url + " is empty", "push a commit to it first");
        }
        if (typed.base().equals(Constants.HEAD)) {
            return head();
        }
        if (typed.commit()) {
            return commit(typed.base());
        }
        return named(typed);
    }

    /** Whether a branch or a tag ends with it. */
    boolean ends(Ref commit) {
        return all.stream().anyMatch(ref -> ref.getObjectId().equals(commit.getObjectId()));
    }

    Collection<Ref> branchesAndTags() {
        return all.stream()
                .filter(ref -> ref.getName().startsWith(HEADS) || ref.getName().startsWith(TAGS))
                .toList();
    }

    /** The branch that HEAD stands for, if that is told, so that the branch's name is known. */
    private Ref head() throws RemoteFault {
        Ref head = exact(Constants.HEAD)
                .orElseThrow(() -> fault(
                        "HEAD of " + url + " points to a branch that does not exist",
                        "add @BRANCH; " + Nearest.remedy("", "branches", names())));
        return Optional.of(head.getTarget())
                .filter(target -> target.getName().startsWith(HEADS))
                .map(target ->
                        (Ref) new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, target.getName(), head.getObjectId()))
                .orElse(head);
    }

    /** A commit that no branch ends with can be asked for all the same; not every server gives it. */
    private static Ref commit(String id) {
        return new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id, ObjectId.fromString(id));
    }

    private Ref named(TypedRef typed) throws RemoteFault {
        Optional<Ref> exact = typed.base().startsWith("refs/") ? exact(typed.base()) : Optional.empty();
        Optional<Ref> branch = exact(HEADS + typed.base());
        Optional<Ref> tag = exact(TAGS + typed.base());
        if (branch.isPresent() && tag.isPresent()) {
            throw fault(
                    "\"" + typed.base() + "\" is a branch and a tag of " + url,
                    "write @" + HEADS + typed.base() + " or @" + TAGS + typed.base());
        }
        return exact.or(() -> branch).or(() -> tag).orElseThrow(() -> missing(typed));
    }

    private RemoteFault missing(TypedRef typed) {
        if (typed.beginningOfCommit()) {
            return fault(
                    url + " has no branch and no tag \"" + typed.base()
                            + "\", and the beginning of a commit's number is not enough to fetch it",
                    "write all 40 digits: git rev-parse " + typed.base());
        }
        return fault(
                url + " has no branch and no tag \"" + typed.base() + "\"",
                Nearest.remedy(typed.base(), "branches and tags", names()));
    }

    private List<String> names() {
        return branchesAndTags().stream()
                .map(ref -> Told.clean(ref.getName().replaceFirst("^refs/(?:heads|tags)/", "")))
                .sorted()
                .distinct()
                .toList();
    }

    private Optional<Ref> exact(String name) {
        return all.stream().filter(ref -> ref.getName().equals(name)).findFirst();
    }

    private static RemoteFault fault(String message, String remedy) {
        return new RemoteFault(RemoteFault.Kind.TYPED, message, remedy);
    }
}
