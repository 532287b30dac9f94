using System.Security.Cryptography;
using MyNumber.Card.Applications;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Pins;

namespace MyNumber.CardContract.Operations;

public static partial class CardOperations
{
    private static readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    private static IEnumerable<CardOperation> InputSupport()
    {
        yield return Op("InputSupportApplication.SelectAsync(CardSession)", "select", v => InputSupportApplication.SelectAsync(v.Session));
        yield return OfInput("GetPinStatusAsync()", "PIN", (app, _) => app.GetPinStatusAsync());
        yield return OfInput("GetPinStatusAsync(PinReference)", "matching number A", (app, _) => app.GetPinStatusAsync(PinReference.InputSupportMatchingA));
        yield return OfInput("VerifyPinAsync(CardPin,LastTry)", "wrong", (app, _) => Value(CardVisit.WithPinAsync("0000", pin => app.VerifyPinAsync(pin))))
            with { WrongPin = PinReference.InputSupport, ChangesCard = true };
        yield return OfInput("VerifyMatchingNumberAsync(MatchingNumberA,LastTry)", "wrong", (app, _) =>
            Value(CardVisit.WithNumberAAsync("999999999996", number => app.VerifyMatchingNumberAsync(number)))) with { WrongPin = PinReference.InputSupportMatchingA, ChangesCard = true };
        yield return OfInput("VerifyMatchingNumberAsync(MatchingNumberB,LastTry)", "wrong", (app, _) =>
            Value(CardVisit.WithNumberBAsync("02040120340000", number => app.VerifyMatchingNumberAsync(number)))) with { WrongPin = PinReference.InputSupportMatchingB, ChangesCard = true };
        yield return OfInput("ChangePinAsync(CardPin,CardPin,LastTry)", "PIN", (app, _) =>
            Value(CardVisit.WithPinsAsync(LabCardFactory.InputSupportPin, "8888", (a, b) => app.ChangePinAsync(a, b)))) with { ChangesCard = true };
        yield return Unlocked("ReadIndividualNumberAsync()", "number", app => app.ReadIndividualNumberAsync());
        yield return Unlocked("ReadFourAttributesAsync()", "attributes", app => app.ReadFourAttributesAsync());
        yield return Unlocked("ReadInfoAsync()", "information", app => app.ReadInfoAsync());
        yield return Unlocked("ReadCertificateAsync()", "certificate", app => app.ReadCertificateAsync());
        yield return Unlocked("ReadSealAsync()", "seal", app => app.ReadSealAsync());
        yield return Unlocked("ReadCardKeyAsync()", "key", app => app.ReadCardKeyAsync());
        yield return Unlocked("ReadSessionKeyTransportAsync()", "transport key", app => app.ReadSessionKeyTransportAsync());
        yield return Unlocked("ReadVerifiedAsync(InputSupportParts,CardTrustAnchors)", "both parts", app => app.ReadVerifiedAsync(InputSupportParts.Both, CardTruth.Anchors))
            with { Proof = Verified };
        yield return Unlocked("CheckGenuineAsync(CardTrustAnchors,RandomNumberGenerator)", "genuine", app => app.CheckGenuineAsync(CardTruth.Anchors, _random)) with { Proof = Genuine };
        yield return Unlocked("StartSecureMessagingAsync(RandomNumberGenerator)", "number read through it", async app =>
        {
            await app.StartSecureMessagingAsync(_random);
            await CardVisit.WithPinAsync(LabCardFactory.InputSupportPin, pin => app.VerifyPinAsync(pin));
            return await app.ReadIndividualNumberAsync();
        });
    }

    private static string? Genuine(object? result) => result is GenuineCardCheck { Outcome: GenuineCardOutcome.Genuine } ? "genuine" : null;

    private static string? Verified(object? result) => result is InputSupportReading { Outcome: InputSupportIntegrity.Verified } reading
        ? $"{reading.Number.Reveal()} {reading.Attributes!.Name} {reading.Attributes.Address} {reading.Attributes.BirthDate.ToCardForm()}"
        : null;

    private static CardOperation OfInput<T>(string member, string description, Func<InputSupportApplication, CardVisit, ValueTask<T>> call) =>
        Op($"InputSupportApplication.{member}", description, async v => await call(await InputSupportApplication.SelectAsync(v.Session), v));

    private static CardOperation Unlocked<T>(string member, string description, Func<InputSupportApplication, ValueTask<T>> call) => OfInput(member, description, async (app, _) =>
    {
        await CardVisit.WithPinAsync(LabCardFactory.InputSupportPin, pin => app.VerifyPinAsync(pin));
        return await call(app);
    });
}
