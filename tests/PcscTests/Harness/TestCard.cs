using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

namespace MyNumber.PcscTests.Harness;

/// <summary>A whole card with certificates of a lab authority and the PINs of the observed dialogues; a fresh one has all its tries.</summary>
internal sealed class TestCard : IDisposable
{
    public const string LoginPin = "1234";
    public const string SignaturePin = "ABC123";

    private static readonly Lazy<IssuedCertificates> _issued = new(Issue);
    private int _commands;

    public TestCard(EmulatedCardOptions? options = null)
    {
        using RSA authentication = LabKeyPool.Load(0);
        using RSA signature = LabKeyPool.Load(1);
        Card = new EmulatedCardBuilder(Holder())
            .WithOptions((options ?? EmulatedCardOptions.Default) with
            {
                OnDecision = decision =>
                {
                    Interlocked.Increment(ref _commands);
                    options?.OnDecision?.Invoke(decision);
                },
            })
            .WithKey(CardKeyPurpose.UserAuthentication, authentication)
            .WithKey(CardKeyPurpose.Signature, signature)
            .Build();
        Card.InstallCertificate(CardKeyPurpose.UserAuthentication, LoginCertificate, _issued.Value.LoginAuthority);
        Card.InstallCertificate(CardKeyPurpose.Signature, SignatureCertificate, _issued.Value.SignatureAuthority);
    }

    public static byte[] LoginCertificate => _issued.Value.Login;

    public static byte[] LoginAuthorityCertificate => _issued.Value.LoginAuthority;

    public static byte[] SignatureCertificate => _issued.Value.Signature;

    public static byte[] SignatureAuthorityCertificate => _issued.Value.SignatureAuthority;

    public EmulatedCard Card { get; }

    /// <summary>How many commands the card has answered.</summary>
    public int Commands => Volatile.Read(ref _commands);

    public void Dispose() => Card.Dispose();

    private static CardPerson Holder() =>
        new(CardPerson.Sample.Attributes, CardPerson.Sample.Number, new CardPins(SignaturePin, LoginPin, "2345", "3456"), CardPerson.Sample.Face);

    private static IssuedCertificates Issue()
    {
        LabWorld world = LabWorld.StartAsync().GetAwaiter().GetResult();
        try
        {
            using RSA login = LabKeyPool.Load(0);
            using RSA signature = LabKeyPool.Load(1);
            CardCertificates issued = world.Authority.Issue(new CardIssuance
            {
                Holder = new HolderAttributes(CardPerson.Sample.Attributes),
                Municipality = world.Holder.Person.Municipality,
                CardExpiry = world.Holder.Person.Card.Face.Expiry,
                SignatureKey = signature.ExportSubjectPublicKeyInfo(),
                UserAuthenticationKey = login.ExportSubjectPublicKeyInfo(),
            });
            return new IssuedCertificates(
                issued.UserAuthentication!.Encoded.ToArray(),
                world.Authority.Of(CertificatePurpose.UserAuthentication).Current.Certificate.ToArray(),
                issued.Signature!.Encoded.ToArray(),
                world.Authority.Of(CertificatePurpose.Signature).Current.Certificate.ToArray());
        }
        finally
        {
            world.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private sealed record IssuedCertificates(byte[] Login, byte[] LoginAuthority, byte[] Signature, byte[] SignatureAuthority);
}
