using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki;

namespace CardServices;

/// <summary>オンライン資格確認: the certificate leads to the insured person's entitlements; which one counts is a question of the day.</summary>
internal sealed class InsuranceDesk(LoginDesk desk)
{
    private readonly Dictionary<string, List<Entitlement>> _insured = [];
    private readonly Dictionary<string, string> _codes = [];

    /// <summary>The insurer writes a code to the insured person's home.</summary>
    public string Invite(string insured) => _codes[insured] = RandomNumberGenerator.GetHexString(16);

    /// <summary>健康保険証としての利用申込: with the code, once, and one card for each insured person. Without it a valid card says only who its holder is, not whose insurance it may open.</summary>
    public async Task<bool> RegisterAsync(CardInHand card, string insured, string code)
    {
        bool isInvited = _codes.TryGetValue(insured, out string? expected)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(code));
        return isInvited && _codes.Remove(insured) && await desk.EnrolAsync(card, insured);
    }

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
