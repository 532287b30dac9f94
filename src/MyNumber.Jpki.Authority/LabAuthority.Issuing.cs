using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority;

public sealed partial class LabAuthority
{
    internal const int SignatureAge = 15;
    private const int MostRaces = 256;

    /// <summary>Issues both certificates of a card and links them: both are registered or, when either cannot be made, neither.</summary>
    /// <param name="request">Holder and public keys.</param>
    /// <returns>The certificates; the signature certificate is missing when its key is, and for a holder under 15 unless forced.</returns>
    /// <exception cref="ArgumentException">A key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The environment lacks a policy, the serial numbers are used up, or the register is not in memory.</exception>
    public CardCertificates Issue(CardIssuance request) => AtOnce(() => IssueAsync(request));

    /// <summary>Issues both certificates of a card and links them: both are registered or, when either cannot be made, neither.</summary>
    /// <param name="request">Holder and public keys.</param>
    /// <param name="cancellationToken">Gives up; then nothing is registered.</param>
    /// <returns>The certificates; the signature certificate is missing when its key is, and for a holder under 15 unless forced.</returns>
    /// <exception cref="ArgumentException">A key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The environment lacks a policy, or the serial numbers are used up.</exception>
    public ValueTask<CardCertificates> IssueAsync(CardIssuance request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RegisterAsync(() => MakeCard(request), null, (_, _) => ([], []), cancellationToken);
    }

    /// <summary>Issues both certificates anew; the old ones become superseded unless they were revoked before, and old→new is kept.</summary>
    /// <param name="old">The certificates to replace.</param>
    /// <param name="request">Holder and public keys of the new ones.</param>
    /// <returns>The new certificates.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Issue"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Issue"/>.</exception>
    public CardCertificates Renew(CardCertificates old, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(request);
        return AtOnce(() => RegisterAsync(
            () => MakeCard(request),
            null,
            (state, made) => Supersede(state, (old.UserAuthentication, made.UserAuthentication), (old.Signature, made.Signature)),
            CancellationToken.None));
    }

    /// <summary>Issues a new signature certificate beside the user-authentication certificate that stays, as after a change of address. It ends with that one at the latest. Age is not looked at.</summary>
    /// <param name="old">The card's certificates so far.</param>
    /// <param name="request">The holder's new attributes and the new signature key.</param>
    /// <returns>The card's certificates from now on.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Issue"/>, or the user-authentication certificate has ended.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Issue"/>.</exception>
    public CardCertificates ReissueSignature(CardCertificates old, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(request);
        if (old.UserAuthentication.NotAfter < Clock.GetUtcNow())
        {
            throw new ArgumentException("The card's user-authentication certificate has ended.", nameof(old));
        }

        return AtOnce(() => RegisterAsync(
            () => new CardCertificates(Make(SignatureTemplate(), request, old.UserAuthentication.NotAfter), old.UserAuthentication),
            old.UserAuthentication,
            (state, made) => Supersede(state, (old.Signature, made.Signature)),
            CancellationToken.None));
    }

    /// <summary>Issues one certificate from any template and registers its status; nothing is linked.</summary>
    /// <param name="template">The profile.</param>
    /// <param name="request">Holder and public keys.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ArgumentException">The key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The serial numbers are used up, or the register is not in memory.</exception>
    public IssuedCertificate IssueOne(CertificateTemplate template, CardIssuance request) => AtOnce(() => IssueOneAsync(template, request));

    /// <summary>Issues one certificate from any template and registers its status; nothing is linked.</summary>
    /// <param name="template">The profile.</param>
    /// <param name="request">Holder and public keys.</param>
    /// <param name="cancellationToken">Gives up; then nothing is registered.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="ArgumentException">The key is not a SubjectPublicKeyInfo, or the card's last day has passed.</exception>
    /// <exception cref="InvalidOperationException">The serial numbers are used up.</exception>
    public ValueTask<IssuedCertificate> IssueOneAsync(CertificateTemplate template, CardIssuance request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(request);
        return CommitAsync(
            () => Make(template, request),
            (state, issued) => MayBeIssued(state, [issued]) ? (new RegisterEntry { At = issued.NotBefore, Issued = [issued] }, issued) : (null, null),
            cancellationToken);
    }

    /// <summary>The holder moved house (転居): the signature certificate is revoked as affiliationChanged, the user-authentication certificate stays.</summary>
    /// <param name="card">The card's certificates.</param>
    /// <returns>What became of it; <see cref="StatusChangeOutcome.UnknownCertificate"/> when there is no signature certificate.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public StatusChangeOutcome MoveHouse(CardCertificates card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Signature is null
            ? StatusChangeOutcome.UnknownCertificate
            : Statuses.Revoke(card.Signature.Identity, RevocationReason.AffiliationChanged);
    }

    /// <summary>The card is lost: both certificates go on hold (一時保留).</summary>
    /// <param name="card">The card's certificates.</param>
    /// <returns>What became of the user-authentication certificate; a signature certificate that is revoked already stays so.</returns>
    /// <exception cref="InvalidOperationException">The register is not in memory.</exception>
    public StatusChangeOutcome ReportLost(CardCertificates card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Signature is not null)
        {
            Statuses.Hold(card.Signature.Identity);
        }

        return Statuses.Hold(card.UserAuthentication.Identity);
    }

    internal CertificateTemplate SignatureTemplate() => CertificateTemplate.CardSignature(_options.Environment, _options.SignatureNamesOcspResponder);

    internal IssuedCertificate Make(CertificateTemplate template, CardIssuance request, DateTimeOffset? latestEnd = null)
    {
        if (request.CardExpiry < ValidityRule.JapanDay(Clock.GetUtcNow()))
        {
            throw new ArgumentException("The card's last day has passed.", nameof(request));
        }

        return MakeJudged(template, request, latestEnd);
    }

    /// <summary>Makes what the caller judged, and judges again before it writes.</summary>
    internal IssuedCertificate MakeJudged(CertificateTemplate template, CardIssuance request, DateTimeOffset? latestEnd)
    {
        Municipality partition = _ledger.Read(state => state.PartitionOf(request.Municipality));
        ReadOnlyMemory<byte> key = template.Purpose == CertificatePurpose.Signature ? request.SignatureKey : request.UserAuthenticationKey;
        return Of(template.Purpose).Issue(template, request, partition, key, OcspAddress, latestEnd);
    }

    /// <summary>Makes certificates and writes what they come to, and makes them again when that no longer stands. A source that counts up passes over the serials that others gave meanwhile.</summary>
    /// <param name="make">Makes and signs, outside of the ledger's lock.</param>
    /// <param name="write">The entry and the answer; no answer when what was made cannot be written.</param>
    /// <param name="cancellationToken">Gives up; then nothing is registered.</param>
    /// <exception cref="InvalidOperationException">It never could be written: the source repeats itself.</exception>
    internal async ValueTask<TAnswer> CommitAsync<TMade, TAnswer>(
        Func<TMade> make, Func<AuthorityState, TMade, (RegisterEntry? Entry, TAnswer? Answer)> write, CancellationToken cancellationToken)
        where TAnswer : class
    {
        for (int race = 0; race < MostRaces; race++)
        {
            TMade made = make();
            if (await _ledger.CommitAsync(state => write(state, made), cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }

            PassOver(_signature);
            PassOver(_userAuthentication);
        }

        throw new InvalidOperationException("The serial number was used before; the serial source is wrong.");
    }

    /// <summary>Whether no serial was given before, and each certificate names its partition as the lists do.</summary>
    internal static bool MayBeIssued(AuthorityState state, IEnumerable<IssuedCertificate> made) =>
        made.All(one => state.Find(one.Identity) is null && state.PartitionOf(one.Partition) == one.Partition);

    private void PassOver(CertificationAuthority authority)
    {
        if (_ledger.Read(state => state.HighestSerial(authority.Purpose)) is { } highest)
        {
            authority.PassOver(highest);
        }
    }

    private CardCertificates MakeCard(CardIssuance request)
    {
        IssuedCertificate userAuthentication = Make(CertificateTemplate.CardUserAuthentication(_options.Environment), request);
        return new CardCertificates(MayHaveSignature(request) ? Make(SignatureTemplate(), request) : null, userAuthentication);
    }

    private ValueTask<CardCertificates> RegisterAsync(
        Func<CardCertificates> make,
        IssuedCertificate? stays,
        Func<AuthorityState, CardCertificates, (IReadOnlyList<StatusChange> Changes, IReadOnlyList<SerialLink> Links)> also,
        CancellationToken cancellationToken) => CommitAsync(
            make,
            (state, made) =>
            {
                if (!MayBeIssued(state, New(made, stays)))
                {
                    return (null, null);
                }

                (IReadOnlyList<StatusChange> changes, IReadOnlyList<SerialLink> links) = also(state, made);
                SerialLink[] samePerson = made.Signature is null ? [] : [new(SerialLinkKind.SamePerson, made.Signature.Identity, made.UserAuthentication.Identity)];
                return (new RegisterEntry { At = ValidityRule.WholeSecond(Clock.GetUtcNow()), Issued = New(made, stays), Changes = changes, Links = [.. samePerson, .. links] }, made);
            },
            cancellationToken);

    // The certificate that stays is registered already.
    private static IReadOnlyList<IssuedCertificate> New(CardCertificates made, IssuedCertificate? stays) =>
        [.. new[] { made.UserAuthentication, made.Signature }.OfType<IssuedCertificate>().Where(one => one != stays)];

    private (IReadOnlyList<StatusChange> Changes, IReadOnlyList<SerialLink> Links) Supersede(
        AuthorityState state, params (IssuedCertificate? Old, IssuedCertificate? Successor)[] pairs)
    {
        DateTimeOffset at = ValidityRule.WholeSecond(Clock.GetUtcNow());
        List<StatusChange> changes = [];
        List<SerialLink> links = [];
        foreach ((IssuedCertificate? old, IssuedCertificate? successor) in pairs)
        {
            if (old is null)
            {
                continue;
            }

            if (state.Find(old.Identity) is { } record
                && StatusMachine.Revoke(record.Latest, RevocationReason.Superseded, at, _options.RevocationDate, out IssuedStatus next) == StatusChangeOutcome.Applied)
            {
                changes.Add(new StatusChange(old.Identity, new StatusEvent(at, next)));
            }

            if (successor is not null)
            {
                links.Add(new SerialLink(SerialLinkKind.Successor, old.Identity, successor.Identity));
            }
        }

        return (changes, links);
    }

    private bool MayHaveSignature(CardIssuance request)
    {
        int age = ValidityRule.Age(ValidityRule.JapanDay(Clock.GetUtcNow()), request.Holder.Attributes.BirthDate, _options.LeapDay);
        return !request.SignatureKey.IsEmpty && (request.ForceSignature || age >= SignatureAge);
    }

    private T AtOnce<T>(Func<ValueTask<T>> call) => _ledger.IsInMemory
        ? call().GetAwaiter().GetResult()
        : throw new InvalidOperationException("The register is not in memory: use the call that ends in Async.");
}
