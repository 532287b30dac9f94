using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Emulation.Replay;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing.Keys;

namespace MyNumber.Card.Emulation.Tests.Replay;

/// <summary>One program that does all that a client does, to be run over a card and over a replay, and an invented person whose values are easy to find.</summary>
internal static class RecordedSession
{
    public const string Name = "架空　太郎左衛門";
    public const string Address = "東京都千代田区架空町９－８－７";
    public const string Number = "864209753183";
    public const string SignaturePassword = "QZ7K9M4";
    public const string AuthenticationPin = "8642";
    public const string InputSupportPin = "9753";
    public const string WrongPin = "7319";
    public static readonly byte[] Document = "a document to sign"u8.ToArray();

    private const string SelectSurface = "00A4040C0AD3921000310001010402";
    private const string SelectCommon = "00A4040C0AD3921000310001010100";

    public static EmulatedCard Personalise()
    {
        byte[] json = Encoding.UTF8.GetBytes($$$"""
            {"name":"{{{Name}}}","address":"{{{Address}}}","birthDate":"19870629","sex":"1","individualNumber":"{{{Number}}}",
             "pins":{"signature":"{{{SignaturePassword}}}","userAuthentication":"{{{AuthenticationPin}}}","residence":"5397","inputSupport":"{{{InputSupportPin}}}"},
             "face":{"serialNumber":"486159372684957","municipalityCode":"27146","expiry":"20350629","securityCode":"6284"}
            }
            """);
        using RSA authentication = LabKeyPool.Load(0);
        using RSA signature = LabKeyPool.Load(1);
        EmulatedCard card = new EmulatedCardBuilder(CardPerson.FromJson(json))
            .WithKey(CardKeyPurpose.UserAuthentication, authentication)
            .WithKey(CardKeyPurpose.Signature, signature)
            .Build();
        card.InstallCertificate(CardKeyPurpose.UserAuthentication, Certificate(authentication, 0x51), Certificate(authentication, 0x52));
        card.InstallCertificate(CardKeyPurpose.Signature, Certificate(signature, 0x53), Certificate(signature, 0x54));
        return card;
    }

    /// <summary>Records the session on a fresh card, and a second connection from which the card is torn.</summary>
    public static Recording Record()
    {
        Recording recording = new();
        using EmulatedCard card = Personalise();
        EmulatedReader reader = new();
        reader.Insert(card);
        RecordingReader recorder = new(reader, recording);
        Run(recorder);
        reader.RemoveAtCommand(2);
        Tear(recorder);
        return recording;
    }

    public static SessionResult Run(ICardReader reader)
    {
        using ICardConnection connection = reader.Connect();
        SessionResult client = RunClientAsync(connection).AsTask().GetAwaiter().GetResult();
        Send(connection, SelectSurface);
        Send(connection, "00A4020C020013");
        Send(connection, "002000800C" + Convert.ToHexString(Encoding.ASCII.GetBytes(Number)));
        Send(connection, "00A4020C020005");
        string image = Send(connection, "00B0000000") + Send(connection, "00B0010000") + Send(connection, "00B0020000");
        Send(connection, "00A4020C020002");
        Send(connection, "00B0000000000000");
        Send(connection, SelectCommon);
        string record = Send(connection, "00B2010C00");
        string genuine = Send(connection, "00880099080102030405060708" + "00");
        return client with { Image = image, Record = record, Genuine = genuine };
    }

    public static void Tear(ICardReader reader)
    {
        using ICardConnection connection = reader.Connect();
        Send(connection, Terminal.SelectJpki);
        Should.Throw<CardRemovedException>(() => Send(connection, Terminal.SelectJpki));
    }

    private static async ValueTask<SessionResult> RunClientAsync(ICardChannel channel)
    {
        using CardSession session = CardSession.Over(channel);
        using CardPin wrong = CardPin.Copy(WrongPin), authentication = CardPin.Copy(AuthenticationPin), password = CardPin.Copy(SignaturePassword), input = CardPin.Copy(InputSupportPin);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        string label = await jpki.ReadTokenLabelAsync();
        CertificatePresence presence = await jpki.ReadCertificatePresenceAsync();
        PinVerification failed = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, wrong);
        (await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, authentication)).IsVerified.ShouldBeTrue();
        bool login = Sign(jpki, JpkiKey.UserAuthentication, await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication));
        await jpki.ReadAuthorityCertificateAsync(JpkiKey.UserAuthentication);
        (await jpki.VerifyPinAsync(JpkiKey.Signature, password)).IsVerified.ShouldBeTrue();
        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.Signature);
        bool signed = Sign(jpki, JpkiKey.Signature, certificate);
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        (await text.VerifyPinAsync(input)).IsVerified.ShouldBeTrue();
        string number = (await text.ReadIndividualNumberAsync()).Reveal();
        string name = (await text.ReadFourAttributesAsync()).Name;
        return new SessionResult(label, presence.HasSignature, failed.TriesLeft, login && signed, certificate, number, name);
    }

    private static bool Sign(JpkiApplication jpki, JpkiKey key, byte[] certificate)
    {
        using CardBackedRsa rsa = jpki.CreateRsa(key, certificate);
        byte[] signature = rsa.SignData(Document, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return rsa.VerifyData(Document, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Send(ICardChannel channel, string hex)
    {
        byte[] response = new byte[65538];
        int length = channel.Transmit(Convert.FromHexString(hex), response);
        return Convert.ToHexString(response.AsSpan(0, length));
    }

    private static byte[] Certificate(RSA key, byte serial)
    {
        AsnWriter names = new(AsnEncodingRules.DER);
        using (names.PushSequence())
        using (names.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            names.WriteObjectIdentifier("1.2.392.200149.8.5.5.1");
            using (names.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                names.WriteCharacterString(UniversalTagNumber.UTF8String, Name + Address);
            }
        }

        CertificateRequest request = new($"C=JP, O=Lab, CN={Number}HOLDER", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", names.Encode(), critical: false));
        X509SignatureGenerator generator = X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1);
        DateTimeOffset from = new(2025, 6, 29, 0, 0, 0, TimeSpan.Zero);
        byte[] number = [.. Enumerable.Repeat(serial, 12)];
        using X509Certificate2 certificate = request.Create(new X500DistinguishedName("C=JP, O=Lab, CN=Lab authority"), generator, from, from.AddYears(5), number);
        return certificate.RawData;
    }
}
