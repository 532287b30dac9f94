using System.Security.Cryptography;
using System.Text;
using MyNumber.Jpki;

namespace CardServices;

/// <summary>認証プラットフォーム（仮称）: authenticates for many services. Each gets a subject of its own (pairwise), so that two services cannot put their users side by side.</summary>
internal sealed class AuthenticationFront(LoginDesk desk, byte[] key)
{
    private int _holders;

    /// <summary>Authenticates the holder for one service; a card that comes for the first time is taken in.</summary>
    /// <returns>The service's subject of this holder, or the reason of the refusal.</returns>
    public async Task<(VerificationReason Reason, string? Subject)> AuthenticateAsync(CardInHand card, string service)
    {
        DeskAnswer answer = await desk.AskAsync(card);
        if (answer is { Reason: VerificationReason.None, Account: null })
        {
            await desk.EnrolAsync(card, $"holder-{++_holders}");
            answer = await desk.AskAsync(card);
        }

        return (answer.Reason, answer.Account is { } account ? Subject(account, service) : null);
    }

    private string Subject(string account, string service) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{service}\n{account}")))[..16];
}
