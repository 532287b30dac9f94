using System.Security.Cryptography;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.Jpki.Authority.Tests;

/// <summary>A lab with pool keys and a synthetic holder. The clock stands at the real second, because outside programs use the real clock.</summary>
internal static class TestLab
{
    internal static readonly DateTimeOffset Fixed = new(2026, 4, 1, 3, 0, 5, TimeSpan.Zero);
    internal static readonly Municipality Kiyose = new("13221", "Tokyo-to", "Kiyose-shi");
    internal static readonly Municipality Naha = new("47201", "Okinawa-ken", "Naha-shi");

    internal static readonly LabAuthorityKeys Keys = LabAuthorityKeys.Of(
        LabKeyPool.Load(30), LabKeyPool.Load(0), LabKeyPool.Load(1), LabKeyPool.Load(31), LabKeyPool.Load(2), LabKeyPool.Load(3), LabKeyPool.Load(4));

    private static readonly byte[] SignatureKey = Spki(5);
    private static readonly byte[] UserAuthenticationKey = Spki(6);

    internal static LabAuthority At(DateTimeOffset instant, LabAuthorityOptions? options = null) => new(Keys, new ManualTimeProvider(instant), options);

    internal static LabAuthority Now(LabAuthorityOptions? options = null) => At(TimeProvider.System.GetUtcNow(), options);

    internal static ManualTimeProvider ClockOf(LabAuthority lab) => (ManualTimeProvider)lab.Clock;

    internal static CardIssuance Request(
        LabAuthority lab, DateOnly? birth = null, Municipality? municipality = null, KeyGeneration generation = KeyGeneration.Current, bool force = false) => new()
    {
        Holder = new HolderAttributes(new FourAttributes("架空　花子", "東京都清瀬市架空町１－２－３", new BirthDate(birth ?? new DateOnly(1980, 2, 17)), Sex.Female)),
        Municipality = municipality ?? Kiyose,
        CardExpiry = DateOnly.FromDateTime(lab.Clock.GetUtcNow().DateTime).AddYears(10),
        SignatureKey = SignatureKey,
        UserAuthenticationKey = UserAuthenticationKey,
        Generation = generation,
        ForceSignature = force,
    };

    internal static CardCertificates Issue(LabAuthority lab) => lab.Issue(Request(lab));

    internal static byte[] Anchor(LabAuthority lab, CertificatePurpose purpose, KeyGeneration generation = KeyGeneration.Current) =>
        lab.Of(purpose).Of(generation).Certificate.ToArray();

    internal static string Pem(string label, ReadOnlyMemory<byte> der) => PemEncoding.WriteString(label, der.Span) + "\n";

    private static byte[] Spki(int index)
    {
        using RSA key = LabKeyPool.Load(index);
        return key.ExportSubjectPublicKeyInfo();
    }
}
