using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>One of the two authorities (署名用認証局, 利用者証明用認証局) with its key generations under one name.</summary>
/// <remarks>Thread safe when the serial source is.</remarks>
public sealed class CertificationAuthority
{
    private readonly TimeProvider _clock;
    private readonly ISerialSource _serials;
    private readonly LeapDayRule _leapDay;

    internal CertificationAuthority(
        CertificatePurpose purpose, AuthorityGeneration previous, AuthorityGeneration current, ISerialSource serials, TimeProvider clock, LeapDayRule leapDay)
    {
        Purpose = purpose;
        Generations = [previous, current];
        _serials = serials;
        _clock = clock;
        _leapDay = leapDay;
    }

    /// <summary>What this authority certifies.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>All generations, the previous one first.</summary>
    public IReadOnlyList<AuthorityGeneration> Generations { get; }

    /// <summary>The generation that issues unless a request says otherwise.</summary>
    public AuthorityGeneration Current => Of(KeyGeneration.Current);

    /// <summary>One generation.</summary>
    /// <param name="generation">Which.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such generation.</exception>
    public AuthorityGeneration Of(KeyGeneration generation) =>
        Generations.FirstOrDefault(candidate => candidate.Generation == generation) ?? throw new ArgumentOutOfRangeException(nameof(generation));

    internal IssuedCertificate Issue(CertificateTemplate template, CardIssuance request, ReadOnlyMemory<byte> publicKey, Uri ocspAddress, DateTimeOffset? latestEnd)
    {
        AuthorityGeneration issuer = Of(request.Generation);
        CertificateContents contents = Contents(template, request, issuer, publicKey, ocspAddress, latestEnd);
        contents = request.Alter?.Invoke(template.Purpose, contents) ?? contents;
        byte[] encoded = CertificateEncoder.Encode(contents, issuer.Key);
        return new IssuedCertificate(template, encoded, contents, issuer.Identify(contents.SerialNumber), request.Municipality);
    }

    private CertificateContents Contents(
        CertificateTemplate template, CardIssuance request, AuthorityGeneration issuer, ReadOnlyMemory<byte> publicKey, Uri ocspAddress, DateTimeOffset? latestEnd)
    {
        DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
        List<EncodedExtension> extensions = LeafProfile.Extensions(template, issuer, request, publicKey, ocspAddress);
        DateOnly end = ValidityRule.LeafEnd(
            ValidityRule.JapanDay(now), request.Holder.Attributes.BirthDate, request.Birthdays, request.CardExpiry, _leapDay);
        DateTimeOffset notAfter = ValidityRule.LastSecondOf(end);
        uint serial = _serials.Next();
        return new CertificateContents
        {
            SerialNumber = serial,
            Issuer = issuer.Naming.Name.Encoded,
            NotBefore = now,
            NotAfter = latestEnd < notAfter ? latestEnd.Value : notAfter,
            Subject = SubjectNames.For(template.Purpose, request.Municipality, now, issuer.KeyIdentifier.Span, serial).Encoded,
            PublicKey = publicKey,
            Extensions = extensions,
        };
    }
}
