using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static IEnumerable<CardOperation> Jpki()
    {
        yield return Op("JpkiApplication.SelectAsync(CardSession)", "select", v => JpkiApplication.SelectAsync(v.Session));
        yield return OfJpki("ReadTokenLabelAsync()", "label", (jpki, _) => jpki.ReadTokenLabelAsync());
        yield return OfJpki("ReadTokenInfoAsync()", "whole information", (jpki, _) => jpki.ReadTokenInfoAsync());
        yield return OfJpki("ReadCertificatePresenceAsync()", "presence", (jpki, _) => jpki.ReadCertificatePresenceAsync());
        yield return OfJpki("ReadCertificateAsync(JpkiKey)", "login certificate", (jpki, _) => jpki.ReadCertificateAsync(JpkiKey.UserAuthentication));
        yield return OfJpki("ReadCertificateAsync(JpkiKey)", "signature certificate", async (jpki, _) =>
        {
            await CardVisit.WithPinAsync(LabCardFactory.SignaturePassword, pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin));
            return await jpki.ReadCertificateAsync(JpkiKey.Signature);
        });
        yield return OfJpki("ReadAuthorityCertificateAsync(JpkiKey)", "login authority", (jpki, _) => jpki.ReadAuthorityCertificateAsync(JpkiKey.UserAuthentication));
        yield return OfJpki("GetPinStatusAsync(JpkiKey)", "signature password", (jpki, _) => jpki.GetPinStatusAsync(JpkiKey.Signature));
        yield return OfJpki("VerifyPinAsync(JpkiKey,CardPin,LastTry)", "wrong", (jpki, _) => Value(CardVisit.WithPinAsync("0000", pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin))))
            with { WrongPin = PinReference.UserAuthentication, ChangesCard = true };
        yield return OfJpki("ChangePinAsync(JpkiKey,CardPin,CardPin,LastTry)", "login PIN", (jpki, _) =>
            Value(CardVisit.WithPinsAsync(LabCardFactory.LoginPin, "8888", (a, b) => jpki.ChangePinAsync(JpkiKey.UserAuthentication, a, b)))) with { ChangesCard = true };
        yield return OfJpki("SignHashAsync(JpkiKey,HashAlgorithmName,ReadOnlySpan`1)", "SHA-256", async (jpki, _) =>
        {
            await CardVisit.WithPinAsync(LabCardFactory.LoginPin, pin => jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin));
            return await jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, _hash);
        });
        yield return OfJpki("SignAsync(JpkiKey,CardSigningMode,ReadOnlyMemory`1)", "a message", async (jpki, _) =>
        {
            await CardVisit.WithPinAsync(LabCardFactory.SignaturePassword, pin => jpki.VerifyPinAsync(JpkiKey.Signature, pin));
            return await jpki.SignAsync(JpkiKey.Signature, CardSigningMode.Message, new byte[100]);
        });
    }

    private static CardOperation OfJpki<T>(string member, string description, Func<JpkiApplication, CardVisit, ValueTask<T>> call) =>
        Op($"JpkiApplication.{member}", description, async v => await call(await JpkiApplication.SelectAsync(v.Session), v));
}
