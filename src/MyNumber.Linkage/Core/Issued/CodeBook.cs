using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Issued;

/// <summary>The core's book of codes: issues them, judges them, and alone can tell whether two are one person.</summary>
/// <remarks>Thread safe as the register is. No holder is ever handed this object: it ties codes together.</remarks>
public sealed class CodeBook
{
    private readonly IIssuedCodes _register;
    private readonly AgencyCodes _codes;
    private readonly TimeProvider _time;

    /// <summary>Opens the book.</summary>
    /// <param name="register">The register.</param>
    /// <param name="codes">Derivation and inspection under the core's keys.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CodeBook(IIssuedCodes register, AgencyCodes codes, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(time);
        (_register, _codes, _time) = (register, codes, time);
    }

    /// <summary>Computes the code that a holder would get, without recording it.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="link">The person.</param>
    /// <returns>The code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    /// <exception cref="ArgumentException">The link is empty.</exception>
    public AgencyCode Preview(CodeHolder holder, LinkCode link)
    {
        ArgumentNullException.ThrowIfNull(holder);
        return _codes.Derive(holder.Id, holder.Epoch, link);
    }

    /// <summary>Issues a holder's code of a person: the one in use, or a new one that supersedes that of an earlier epoch or key.</summary>
    /// <param name="holder">The holder, as it is now.</param>
    /// <param name="link">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The code in use; the same for each of two callers at once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    /// <exception cref="ArgumentException">The link is empty.</exception>
    /// <exception cref="InvalidOperationException">The holder has this code for another person, which distinct link codes under one key never do.</exception>
    public async ValueTask<IssuedCode> IssueAsync(CodeHolder holder, LinkCode link, CancellationToken cancellationToken = default)
    {
        AgencyCode code = Preview(holder, link);
        while (true)
        {
            IssuedCode issued = new(holder.Id, code, link, holder.Epoch, _time.GetUtcNow());
            IssuedConflict conflict = (await _register.AddAsync([issued], cancellationToken).ConfigureAwait(false)).Conflict;
            IssuedCode? settled = conflict switch
            {
                IssuedConflict.None => issued,
                IssuedConflict.Code => await TakeAsync(issued, cancellationToken).ConfigureAwait(false),
                _ => await ReplaceAsync(issued, cancellationToken).ConfigureAwait(false),
            };
            if (settled is not null)
            {
                return settled;
            }
        }
    }

    /// <summary>Judges a code that a holder presents: by the key first, then by the register.</summary>
    /// <param name="holder">Who presents it, as it is now.</param>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How it stands, and the person when it is in use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    public async ValueTask<(CodeStanding Standing, LinkCode Link)> JudgeAsync(CodeHolder holder, AgencyCode code, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(holder);
        switch (_codes.Inspect(code, holder.Id, holder.Epoch, out _))
        {
            case CodeVerdict.Foreign:
                return (CodeStanding.Foreign, default);
            case CodeVerdict.Superseded:
                return (CodeStanding.Superseded, default);
            case CodeVerdict.Genuine:
                IssuedCode? found = await _register.FindAsync(holder.Id, code, cancellationToken).ConfigureAwait(false);
                return found is { State: IssuedState.Active } ? (CodeStanding.InUse, found.Link) : (StandingOf(found), default);
            default:
                return (CodeStanding.Invalid, default);
        }
    }

    /// <summary>Turns the inquirer's code of a person into the provider's, as it was issued. Nothing is issued by asking.</summary>
    /// <param name="inquirer">Who presents the code.</param>
    /// <param name="code">The code.</param>
    /// <param name="provider">Whose code is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The provider's code, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">A holder is null.</exception>
    public async ValueTask<CodeTranslation> TranslateAsync(CodeHolder inquirer, AgencyCode code, CodeHolder provider, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(provider);
        (CodeStanding standing, LinkCode link) = await JudgeAsync(inquirer, code, cancellationToken).ConfigureAwait(false);
        if (standing != CodeStanding.InUse)
        {
            return new CodeTranslation(TranslationOutcome.CodeRefused, standing, default, default);
        }

        IssuedCode? other = await _register.FindAsync(provider.Id, link, cancellationToken).ConfigureAwait(false);
        return other is null
            ? new CodeTranslation(TranslationOutcome.HolderHasNoCode, standing, link, default)
            : new CodeTranslation(TranslationOutcome.Found, standing, link, other.Code);
    }

    /// <summary>Tells whether two issued codes, in use or not, are one person (番号法施行令 26条6項). For the core and its auditor only.</summary>
    /// <param name="first">The holder of one code.</param>
    /// <param name="firstCode">That code.</param>
    /// <param name="second">The holder of the other.</param>
    /// <param name="secondCode">That code.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer.</returns>
    public async ValueTask<SamePerson> IsSamePersonAsync(
        CodeHolderId first, AgencyCode firstCode, CodeHolderId second, AgencyCode secondCode, CancellationToken cancellationToken = default)
    {
        IssuedCode? one = await _register.FindAsync(first, firstCode, cancellationToken).ConfigureAwait(false);
        IssuedCode? other = await _register.FindAsync(second, secondCode, cancellationToken).ConfigureAwait(false);
        return one is null || other is null ? SamePerson.CannotTell : one.Link == other.Link ? SamePerson.Yes : SamePerson.No;
    }

    /// <summary>Ends a code whose link was buried while it was issued: superseded by the successor's, or withdrawn. One that had ended stays as it is.</summary>
    /// <summary>The link that a code's person has since links were merged; empty when the code's own link still stands, or nobody can say whose it was.</summary>
    internal async ValueTask<LinkCode> FindMergedAsync(CodeHolderId holder, AgencyCode code, CancellationToken cancellationToken)
    {
        IssuedCode? first = await _register.FindAsync(holder, code, cancellationToken).ConfigureAwait(false);
        IssuedCode? last = first;
        while (last is { State: IssuedState.Superseded, Reason: IssuedReason.LinkMerged or IssuedReason.Raised })
        {
            last = await _register.FindAsync(holder, last.Replacement, cancellationToken).ConfigureAwait(false);
        }

        return last is null || last.Link == first!.Link ? default : last.Link;
    }

    internal async ValueTask EndAsync(IssuedCode code, AgencyCode other, CancellationToken cancellationToken)
    {
        DateTimeOffset now = _time.GetUtcNow();
        IssuedChange change = other.IsEmpty ? IssuedChange.Revoke(code, IssuedReason.LinkSplit, now) : IssuedChange.SupersedeBy(code, other, IssuedReason.LinkMerged, now);
        await _register.ChangeAsync([change], cancellationToken).ConfigureAwait(false);
    }

    private static CodeStanding StandingOf(IssuedCode? found) => found?.State switch
    {
        IssuedState.Superseded => CodeStanding.Superseded,
        IssuedState.Revoked => CodeStanding.Revoked,
        _ => CodeStanding.Invalid,
    };

    /// <summary>The register has the code: it is the one in use, or it had ended and is taken into use again, unless a later one is in use.</summary>
    private async ValueTask<IssuedCode?> TakeAsync(IssuedCode wanted, CancellationToken cancellationToken)
    {
        IssuedCode? found = await _register.FindAsync(wanted.Holder, wanted.Code, cancellationToken).ConfigureAwait(false);
        if (found is not null && found.Link != wanted.Link)
        {
            throw new InvalidOperationException("The holder has this code for another person.");
        }

        if (found is null || found.State == IssuedState.Active)
        {
            return found;
        }

        IssuedResult revived = await _register.ChangeAsync([IssuedChange.Revive(found, wanted.IssuedAt)], cancellationToken).ConfigureAwait(false);
        return revived.Conflict == IssuedConflict.Person ? await _register.FindAsync(wanted.Holder, wanted.Link, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>The holder has another code of the person in use, of an earlier epoch or key.</summary>
    private async ValueTask<IssuedCode?> ReplaceAsync(IssuedCode wanted, CancellationToken cancellationToken)
    {
        IssuedCode? inUse = await _register.FindAsync(wanted.Holder, wanted.Link, cancellationToken).ConfigureAwait(false);
        if (inUse is null || inUse.Code == wanted.Code)
        {
            return inUse;
        }

        IssuedResult result = await _register.ChangeAsync([IssuedChange.Supersede(inUse, wanted, IssuedReason.Raised)], cancellationToken).ConfigureAwait(false);
        return result.Conflict == IssuedConflict.None ? wanted : null;
    }
}
