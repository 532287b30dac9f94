using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Misissues;

/// <summary>One row of <see cref="MisissueTable"/>: a certificate of an unusual shape, or one that no authority should issue.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class Misissue
{
    internal Misissue(string name, CertificatePurpose purpose, bool isWrong)
    {
        Name = name;
        Purpose = purpose;
        IsWrong = isWrong;
    }

    /// <summary>Name of the row, lower case with hyphens; stable.</summary>
    public string Name { get; }

    /// <summary>Which certificate.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>Whether a strict verifier refuses it; the other rows are unusual and valid.</summary>
    public bool IsWrong { get; }

    internal Func<CardIssuance, CardIssuance>? Request { get; init; }

    internal Func<CertificateTemplate, CertificateTemplate>? Template { get; init; }

    internal Func<LabAuthority, CertificateContents, CertificateContents>? Contents { get; init; }

    /// <summary>The row's template over the environment of a lab.</summary>
    /// <param name="authority">The lab.</param>
    /// <returns>The template.</returns>
    /// <exception cref="InvalidOperationException">The environment lacks the policy of a card.</exception>
    public CertificateTemplate TemplateFor(LabAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        PolicyEnvironment environment = authority.Options.Environment;
        CertificateTemplate usual = Purpose == CertificatePurpose.Signature ? authority.SignatureTemplate() : CertificateTemplate.CardUserAuthentication(environment);
        return Template?.Invoke(usual) ?? usual;
    }

    /// <summary>Changes a request so that what is issued on it has the row's shape.</summary>
    /// <param name="authority">The lab that will issue.</param>
    /// <param name="request">A usual request; a change of contents that it has already is made first.</param>
    /// <returns>A copy.</returns>
    public CardIssuance Prepare(LabAuthority authority, CardIssuance request)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(request);
        CardIssuance shaped = Request?.Invoke(request) ?? request;
        Func<CertificatePurpose, CertificateContents, CertificateContents>? before = request.Alter;
        return Contents is null
            ? shaped
            : shaped with { Alter = (purpose, contents) => Contents(authority, before?.Invoke(purpose, contents) ?? contents) };
    }

    /// <summary>Issues the certificate and registers it as good.</summary>
    /// <param name="authority">The lab.</param>
    /// <param name="request">A usual request with the key of the row's purpose.</param>
    /// <param name="cancellationToken">Gives up; then nothing is registered.</param>
    /// <returns>The certificate. Status services know it under the serial that it would have had.</returns>
    /// <exception cref="ArgumentException">As for <see cref="LabAuthority.IssueOne"/>.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="LabAuthority.IssueOne"/>.</exception>
    public ValueTask<IssuedCertificate> IssueAsync(LabAuthority authority, CardIssuance request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return authority.IssueOneAsync(TemplateFor(authority), Prepare(authority, request), cancellationToken);
    }

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
