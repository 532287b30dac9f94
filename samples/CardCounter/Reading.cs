using MyNumber.Card;
using MyNumber.Card.Applications.InputSupport;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace CardCounter;

/// <summary>The counter's reading of a card: one PIN, and only what its issuer signed comes out.</summary>
internal static class Reading
{
    public static async Task<InputSupportReading> ReadAsync(Citizen citizen, IssuedCard card, InputSupportParts parts, CardTrustAnchors anchors)
    {
        using CardSession session = card.Open();
        InputSupportApplication text = await InputSupportApplication.SelectAsync(session);
        using CardPin pin = citizen.Type(CardPinKind.InputSupport);
        PinVerification attempt = await text.VerifyPinAsync(pin);
        return attempt.IsVerified
            ? await text.ReadVerifiedAsync(parts, anchors)
            : throw new CardException($"The card did not take the PIN: {attempt}.");
    }
}
