using MyNumber.Jpki;

namespace CardServices;

/// <summary>オンライン資格確認: the certificate leads to the insured person's entitlements; which one counts is a question of the day.</summary>
internal sealed class InsuranceDesk(LoginDesk desk)
{
    private readonly Dictionary<string, List<Entitlement>> _insured = [];

    /// <summary>健康保険証としての利用申込.</summary>
    public Task<bool> RegisterAsync(CardInHand card, string insured) => desk.EnrolAsync(card, insured);

    /// <summary>An insurer reports an entitlement (資格取得).</summary>
    public void Report(string insured, Entitlement entitlement)
    {
        if (!_insured.TryGetValue(insured, out List<Entitlement>? all))
        {
            _insured.Add(insured, all = []);
        }

        all.Add(entitlement);
    }

    /// <summary>The clinic's terminal asks for the entitlement of a day.</summary>
    public async Task<(VerificationReason Reason, Entitlement? Entitlement)> ConfirmAsync(CardInHand card, DateOnly day)
    {
        DeskAnswer answer = await desk.AskAsync(card);
        return (answer.Reason, answer.Account is { } insured ? _insured.GetValueOrDefault(insured)?.Find(entitlement => entitlement.CoversDay(day)) : null);
    }
}
