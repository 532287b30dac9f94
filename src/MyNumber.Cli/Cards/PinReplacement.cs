using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Pins;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>Changes a PIN; the residence PIN lies in two applications and is changed in both, or in the one that is named.</summary>
internal static class PinReplacement
{
    public static Task<ExitCode> RunAsync(CardAtHand card, PinName which, CardPin current, CardPin replacement, LastTry lastTry) =>
        which == PinName.Residence ? ChangeResidenceAsync(card, current, replacement, lastTry) : ChangeAsync(card, which, current, replacement, lastTry);

    private static async Task<ExitCode> ChangeAsync(CardAtHand card, PinName which, CardPin current, CardPin replacement, LastTry lastTry)
    {
        CancellationToken cancellation = card.Context.Cancellation;
        CardApplicationId application = which.Reference.Application!;
        await card.Session.SelectApplicationAsync(application, cancellation).ConfigureAwait(false);
        PinChange change = which == PinName.CommonResidence || which == PinName.ResidenceHalf
            ? await card.Session.ChangeKeyAsync(which.Reference, current, replacement, lastTry, cancellation).ConfigureAwait(false)
            : await card.Session.ChangePinAsync(which.Reference, current, replacement, lastTry, cancellation).ConfigureAwait(false);
        return Tell(which, change.IsChanged, change.NewPinFault, change.Current, card.Context);
    }

    private static async Task<ExitCode> ChangeResidenceAsync(CardAtHand card, CardPin current, CardPin replacement, LastTry lastTry)
    {
        ResidencePinChange change = await ResidencePin.ChangeAsync(card.Session, current, replacement, lastTry, card.Context.Cancellation).ConfigureAwait(false);
        if (change.Outcome == ResidencePinOutcome.OnlyCommonChanged)
        {
            return card.Context.Report.Fail(ExitCode.Undetermined, [card.Context.Language.Pick(
                "The common application has the new residence PIN, the other half perhaps not. Put the card in again and change the other half: mynumber card change-pin residence-application, with the same two PINs. If that answers that the old one is wrong, it was changed already.",
                "共通カードのアプリケーションは新しい暗証番号になりましたが、もう一方は変更されていない可能性があります。カードを入れ直し、同じ二つの暗証番号で mynumber card change-pin residence-application を実行してください。現在の暗証番号が誤りと表示された場合は、もう一方も変更済みです。")]);
        }

        PinVerification attempt = change.Residence.IsVerified ? change.Common.Current : change.Residence;
        return Tell(PinName.Residence, change.Outcome == ResidencePinOutcome.Changed, change.Common.NewPinFault, attempt, card.Context);
    }

    private static ExitCode Tell(PinName which, bool isChanged, PinFault fault, PinVerification attempt, VerbContext context) => (isChanged, fault) switch
    {
        (true, _) => context.Report.Succeed($"{which.In(context.Language)}: {context.Language.Pick("changed", "変更しました")}", [("pin", which.Name), ("outcome", "Changed")]),
        (_, not PinFault.None) => PinWords.TellNew(which, fault, context),
        _ => PinWords.Tell(which, attempt, context),
    };
}
