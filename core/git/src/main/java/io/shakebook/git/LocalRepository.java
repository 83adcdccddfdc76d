// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git;

import io.shakebook.engine.source.Nearest;
import io.shakebook.engine.source.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A repository on this machine, only read. */
public final class LocalRepository implements AutoCloseable {
    private static final String FSCK = "look with \"git fsck\", or clone it anew";

    private final Repository repository;
    private final String shown;

    private LocalRepository(Repository repository, String shown) {
        this.repository = repository;
        this.shown = shown;
    }

    /**
     * A work tree, or a bare repository; not a folder inside of one.
     *
     * @param shown how it is named to people and in plans: without a password
     */
    public static LocalRepository open(Path folder, String shown) throws GitFault {
        Isolation.install();
        Path git = Files.exists(folder.resolve(".git")) ? folder.resolve(".git") : folder;
        if (!Files.exists(folder)) {
            throw none("there is no folder \"" + shown + "\"");
        }
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.setFS(new NoPrograms());
            if (git.equals(folder)) {
                if (!FileKey.isGitRepository(folder.toFile(), builder.getFS())) {
                    throw within(folder, shown);
                }
                builder.setGitDir(folder.toFile());
            } else {
                builder.setWorkTree(folder.toFile());
            }
            return new LocalRepository(harmless(builder.setMustExist(true).build()), shown);
        } catch (IOException | IllegalArgumentException broken) {
            throw new GitFault("broken-repository", "\"" + shown + "\" cannot be read as a git repository", FSCK);
        }
    }

    /** A path after {@code //} starts at the top, so that one address means one thing wherever it is typed. */
    private static GitFault within(Path folder, String shown) {
        return WorkTreeSearch.around(folder)
                .map(top -> new GitFault(
                        "no-repository",
                        GitNames.shown("\"" + shown + "\" is a folder in the repository \"" + top + "\""),
                        GitNames.shown("name the repository and then the folder: git:" + top + "//"
                                + top.relativize(folder.toAbsolutePath().normalize()))))
                .orElseGet(() -> none("\"" + shown + "\" is no git repository"));
    }

    private static GitFault none(String message) {
        return new GitFault("no-repository", GitNames.shown(message), "write git:REPOSITORY//FOLDER@REF");
    }

    /** Filters of the repository's configuration are forgotten; {@link NoPrograms} would not run them either. */
    static Repository harmless(Repository repository) {
        List.copyOf(repository.getConfig().getSubsections("filter"))
                .forEach(filter -> repository.getConfig().unsetSection("filter", filter));
        return repository;
    }

    /**
     * A commit. What a branch or a tag points to is looked up once, here.
     *
     * @param ref branch, tag, commit or such as {@code HEAD~2}; {@code HEAD} if empty
     */
    public GitCommit commit(Optional<String> ref) throws GitFault {
        String typed = ref.orElse("HEAD");
        try {
            ObjectId id = repository.resolve(typed + "^{commit}");
            if (id == null) {
                throw unknown(typed);
            }
            return at(id, typed);
        } catch (AmbiguousObjectException several) {
            throw ref("several objects of " + quoted() + " begin with \"" + typed + "\"", "write more of its digits");
        } catch (IncorrectObjectTypeException other) {
            throw ref("\"" + typed + "\" of " + quoted() + " is no commit", "name a branch, a tag or a commit");
        } catch (IllegalArgumentException wrong) {
            throw ref("\"" + typed + "\" names no revision", "name a branch, a tag, a commit or such as HEAD~2");
        } catch (MissingObjectException missing) {
            throw typed.matches("[0-9a-fA-F]{40}.*") ? unknown(typed) : broken();
        } catch (IOException broken) {
            throw broken();
        }
    }

    /**
     * A commit that was looked up already.
     *
     * @param id 40 hexadecimal digits
     * @param typed how it was named
     */
    public GitCommit commit(String id, String typed) throws GitFault {
        return at(ObjectId.fromString(id), typed);
    }

    boolean hasCommit() throws GitFault {
        try {
            return repository.resolve(Constants.HEAD) != null;
        } catch (IOException broken) {
            throw broken();
        }
    }

    /**
     * Which commit a ref is, and whether it is a branch.
     *
     * @param workTree where the files are read from; empty if from the commit
     */
    public GitOrigin origin(Optional<String> ref, Optional<Path> workTree) throws GitFault {
        Optional<String> branch = branch(ref.orElse(Constants.HEAD));
        String commit = commit(ref).revision().commit();
        String typed = ref.or(() -> branch).orElse(Constants.HEAD);
        return new GitOrigin(repository.getDirectory().toPath(), workTree, shown, commit, typed, branch);
    }

    private Optional<String> branch(String typed) throws GitFault {
        try {
            String name = typed.equals(Constants.HEAD) ? repository.getFullBranch() : typed;
            String full = name == null || name.startsWith(Constants.R_REFS) ? name : Constants.R_HEADS + name;
            boolean tag = repository.exactRef(Constants.R_TAGS + typed) != null;
            return full != null && !tag && full.startsWith(Constants.R_HEADS) && repository.exactRef(full) != null
                    ? Optional.of(full.substring(Constants.R_HEADS.length()))
                    : Optional.empty();
        } catch (IOException broken) {
            throw broken();
        }
    }

    /** @param typed how the commit was named */
    GitCommit at(ObjectId id, String typed) throws GitFault {
        try (RevWalk walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            PersonIdent author = commit.getAuthorIdent();
            OffsetDateTime written =
                    author.getWhenAsInstant().atZone(author.getZoneId()).toOffsetDateTime();
            Revision revision = new Revision(
                    shown,
                    commit.name(),
                    typed,
                    GitNames.shown(author.getName() + " <" + author.getEmailAddress() + ">"),
                    written,
                    List.of());
            return new GitCommit(this, commit, revision);
        } catch (MissingObjectException missing) {
            throw new GitFault(
                    "broken-repository",
                    GitNames.shown("the commit " + id.name() + " is not in " + quoted()),
                    "fetch it, or " + FSCK);
        } catch (IOException | RuntimeException broken) {
            throw broken();
        }
    }

    /** @param folder in the commit; empty for all of it */
    GitTree tree(RevCommit commit, String folder, Revision revision) throws GitFault {
        if (folder.isEmpty()) {
            return new GitTree(repository, commit.getTree().getId(), "", revision);
        }
        try (TreeWalk found = TreeWalk.forPath(repository, folder, commit.getTree())) {
            if (found == null || !found.getFileMode(0).equals(FileMode.TREE)) {
                String what = found == null ? "there is no folder" : "this is no folder:";
                throw new GitFault(
                        "no-folder",
                        GitNames.shown(what + " \"" + folder + "\" in " + quoted() + " at " + revision.ref() + " ("
                                + revision.brief() + ")"),
                        "name a folder that is there: git ls-tree -d -r --name-only " + revision.brief());
            }
            return new GitTree(repository, commit.getTree().getId(), folder, revision);
        } catch (IOException | IllegalArgumentException broken) {
            throw broken();
        }
    }

    GitTree below(RevCommit commit, String folder, Revision revision) {
        return new GitTree(repository, commit.getTree().getId(), folder, revision);
    }

    private GitFault unknown(String typed) {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (Ref ref : repository.getRefDatabase().getRefs()) {
                names.add(Repository.shortenRefName(ref.getName()));
            }
        } catch (IOException broken) {
            return broken();
        }
        names.remove("HEAD");
        if (names.isEmpty()) {
            return ref(quoted() + " is empty: there is no commit in it", "commit something first");
        }
        return ref(
                quoted() + " has no branch, tag or commit \"" + typed + "\"",
                GitNames.shown(Nearest.remedy(typed, "refs", names)));
    }

    private static GitFault ref(String message, String remedy) {
        return new GitFault("unknown-revision", GitNames.shown(message), remedy);
    }

    private GitFault broken() {
        return new GitFault(
                "broken-repository", GitNames.shown(quoted() + " is damaged or not completely written"), FSCK);
    }

    private String quoted() {
        return "the repository \"" + shown + "\"";
    }

    Repository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
    }
}
