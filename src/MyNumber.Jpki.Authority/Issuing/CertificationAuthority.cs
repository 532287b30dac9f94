using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Issuing;

/// <summary>One of the two authorities (署名用認証局, 利用者証明用認証局) with its key generations under one name.</summary>
/// <remarks>Thread safe when the serial source is. A roll-over (鍵更新) adds a generation; those before stay, because what they issued stays in force.</remarks>
public sealed class CertificationAuthority
{
    private readonly TimeProvider _clock;
    private readonly ISerialSource _serials;
    private readonly LeapDayRule _leapDay;
    private volatile AuthorityGeneration[] _generations;

    internal CertificationAuthority(
        CertificatePurpose purpose, IEnumerable<AuthorityGeneration> generations, ISerialSource serials, TimeProvider clock, LeapDayRule leapDay)
    {
        Purpose = purpose;
        _generations = [.. generations];
        _serials = serials;
        _clock = clock;
        _leapDay = leapDay;
    }

    /// <summary>What this authority certifies.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>All generations, the oldest first.</summary>
    public IReadOnlyList<AuthorityGeneration> Generations => _generations;

    /// <summary>The generation that issues unless a request says otherwise.</summary>
    public AuthorityGeneration Current => _generations[^1];

    /// <summary>One generation, counted back from the one that issues.</summary>
    /// <param name="generation">Which.</param>
    /// <returns>The generation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such generation.</exception>
    public AuthorityGeneration Of(KeyGeneration generation)
    {
        AuthorityGeneration[] all = _generations;
        int back = generation switch { KeyGeneration.Current => 1, KeyGeneration.Previous => 2, KeyGeneration.Older => 3, _ => int.MaxValue };
        return back <= all.Length ? all[^back] : throw new ArgumentOutOfRangeException(nameof(generation));
    }

    /// <summary>Adds the next generation; only one caller at a time.</summary>
    internal void Add(AuthorityGeneration generation) => _generations = [.. _generations, generation];

    /// <summary>Gives no serial up to this one any more, where the source counts up.</summary>
    internal void PassOver(uint serial) => (_serials as MonotonicSerialSource)?.MovePast(serial);

    internal IssuedCertificate Issue(
        CertificateTemplate template, CardIssuance request, Municipality partition, ReadOnlyMemory<byte> publicKey, Uri ocspAddress, DateTimeOffset? latestEnd)
    {
        AuthorityGeneration issuer = Of(request.Generation);
        _ = issuer.Naming.DistributionPoint(request.Municipality); // refuses the real service's name, also when the partition has another
        List<EncodedExtension> extensions = LeafProfile.Extensions(template, issuer, request, partition, publicKey, ocspAddress);
        CertificateContents contents = Contents(template, request, issuer, publicKey, extensions, latestEnd);
        contents = request.Alter?.Invoke(template.Purpose, contents) ?? contents;
        byte[] encoded = CertificateEncoder.Encode(contents, contents.SignedBy?.Key ?? issuer.Key);
        return new IssuedCertificate(template, encoded, issuer.Identify(contents.SerialNumber), request.Municipality, contents.NotBefore, contents.NotAfter) { Partition = partition };
    }

    private CertificateContents Contents(
        CertificateTemplate template, CardIssuance request, AuthorityGeneration issuer, ReadOnlyMemory<byte> publicKey, List<EncodedExtension> extensions, DateTimeOffset? latestEnd)
    {
        DateTimeOffset now = ValidityRule.WholeSecond(_clock.GetUtcNow());
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
