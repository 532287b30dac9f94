using MyNumber.Card.Applications.CardManager;
using MyNumber.Card.Applications.Common;
using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Applications.Residence;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Pins;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static IEnumerable<CardOperation> WholeCard()
    {
        yield return Op("CardDetection.DetectAsync(CardSession)", "whole card", v => CardDetection.DetectAsync(v.Session));
        yield return Op("PinOverview.ReadAsync(CardSession)", "all PINs", v => PinOverview.ReadAsync(v.Session));
        yield return Op("PinOverview.ReadAsync(CardSession,IReadOnlyList`1)", "two PINs", v =>
            PinOverview.ReadAsync(v.Session, [PinReference.Signature, PinReference.Residence]));
        yield return Op("ResidencePin.ChangeAsync(CardSession,CardPin,CardPin,LastTry)", "both applications", v =>
            Value(CardVisit.WithPinsAsync(LabCardFactory.ResidencePin, "8888", (a, b) => ResidencePin.ChangeAsync(v.Session, a, b)))) with { ChangesCard = true, MayTellRemoval = true };
    }

    private static IEnumerable<CardOperation> Others()
    {
        yield return Op("CommonApplication.SelectAsync(CardSession)", "select", v => CommonApplication.SelectAsync(v.Session));
        yield return OfCommon("ReadIdentityAsync()", "identity", (app, _) => app.ReadIdentityAsync());
        yield return OfCommon("ReadKeyReferenceAsync()", "key name", (app, _) => app.ReadKeyReferenceAsync());
        yield return OfCommon("GetPinStatusAsync()", "PIN", (app, _) => app.GetPinStatusAsync());
        yield return OfCommon("VerifyPinAsync(CardPin,LastTry)", "wrong", (app, _) => Value(CardVisit.WithPinAsync("0000", pin => app.VerifyPinAsync(pin))))
            with { WrongPin = PinReference.CommonResidence, ChangesCard = true };
        yield return OfCommon("ChangePinAsync(CardPin,CardPin,LastTry)", "PIN", (app, _) =>
            Value(CardVisit.WithPinsAsync(LabCardFactory.ResidencePin, "8888", (a, b) => app.ChangePinAsync(a, b)))) with { ChangesCard = true };
        yield return OfCommon("InternalAuthenticateAsync(ReadOnlyMemory`1)", "challenge", (app, _) => app.InternalAuthenticateAsync(new byte[32]));
        yield return OfCommon("HoldsKeyAsync(CardPublicKey,RandomNumberGenerator)", "its key", (app, v) => app.HoldsKeyAsync(v.Truth.CommonKey, _random))
            with { Proof = result => result is true ? "holds" : null };

        yield return Op("ResidenceApplication.SelectAsync(CardSession)", "select", v => ResidenceApplication.SelectAsync(v.Session));
        yield return OfResidence("ReadKeyReferenceAsync()", "key name", app => app.ReadKeyReferenceAsync());
        yield return OfResidence("GetPinStatusAsync()", "PIN", app => app.GetPinStatusAsync());
        yield return OfResidence("VerifyPinAsync(CardPin,LastTry)", "wrong", app => Value(CardVisit.WithPinAsync("0000", pin => app.VerifyPinAsync(pin))))
            with { WrongPin = PinReference.Residence, ChangesCard = true };
        yield return OfResidence("ChangePinAsync(CardPin,CardPin,LastTry)", "PIN", app =>
            Value(CardVisit.WithPinsAsync(LabCardFactory.ResidencePin, "8888", (a, b) => app.ChangePinAsync(a, b)))) with { ChangesCard = true };

        yield return Op("CardManagerApplication.SelectAsync(CardSession)", "select", v => CardManagerApplication.SelectAsync(v.Session));
        yield return OfManager("ReadAsync(UInt16)", "issuer", app => app.ReadAsync(CardManagerData.Issuer));
        yield return OfManager("ReadIssuerAsync()", "issuer", app => app.ReadIssuerAsync());
        yield return OfManager("ReadIntermediateKeyAsync()", "key name", app => app.ReadIntermediateKeyAsync());
        yield return OfManager("ReadCardIdentificationAsync()", "identification", app => app.ReadCardIdentificationAsync());
        yield return OfManager("ReadMunicipalityAsync()", "municipality", app => app.ReadMunicipalityAsync());
        yield return OfManager("ReadExpiryAsync()", "expiry", app => app.ReadExpiryAsync());
        yield return OfManager("ReadAnswerToResetAsync()", "answer to reset", app => app.ReadAnswerToResetAsync());
        yield return OfManager("ReadCertificatesAsync()", "chain", app => app.ReadCertificatesAsync());

        yield return Op("FreeAreaApplication.SelectAsync(CardSession,Int32)", "slot 1", v => FreeAreaApplication.SelectAsync(v.Session, 1));
        yield return OfFreeArea("ReadHeaderAsync()", "header", app => app.ReadHeaderAsync());
        yield return OfFreeArea("GetPinStatusAsync()", "PIN", app => app.GetPinStatusAsync());
        yield return OfFreeArea("VerifyPinAsync(CardPin,LastTry)", "wrong", app => Value(CardVisit.WithPinAsync("0000", pin => app.VerifyPinAsync(pin))))
            with { WrongPin = FreeAreaApplication.Pin, ChangesCard = true };
        yield return OfFreeArea("ReadFileAsync(Int32)", "guarded file", async app =>
        {
            await CardVisit.WithPinAsync(LabCardFactory.FreeAreaPin, pin => app.VerifyPinAsync(pin));
            return await app.ReadFileAsync(3);
        });
        yield return Do("FreeAreaApplication.WriteFileAsync(Int32,Int32,ReadOnlyMemory`1)", "guarded file", async v =>
        {
            FreeAreaApplication app = await FreeAreaApplication.SelectAsync(v.Session, 1);
            await CardVisit.WithPinAsync(LabCardFactory.FreeAreaPin, pin => app.VerifyPinAsync(pin));
            await app.WriteFileAsync(3, 16, new byte[300]);
        });
    }

    private static CardOperation OfCommon<T>(string member, string description, Func<CommonApplication, CardVisit, ValueTask<T>> call) =>
        Op($"CommonApplication.{member}", description, async v => await call(await CommonApplication.SelectAsync(v.Session), v));

    private static CardOperation OfResidence<T>(string member, string description, Func<ResidenceApplication, ValueTask<T>> call) =>
        Op($"ResidenceApplication.{member}", description, async v => await call(await ResidenceApplication.SelectAsync(v.Session)));

    private static CardOperation OfManager<T>(string member, string description, Func<CardManagerApplication, ValueTask<T>> call) =>
        Op($"CardManagerApplication.{member}", description, async v => await call(await CardManagerApplication.SelectAsync(v.Session)));

    private static CardOperation OfFreeArea<T>(string member, string description, Func<FreeAreaApplication, ValueTask<T>> call) =>
        Op($"FreeAreaApplication.{member}", description, async v => await call(await FreeAreaApplication.SelectAsync(v.Session, 1)));
}
