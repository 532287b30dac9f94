using MyNumber.Jpki;

namespace CardServices;

/// <summary>マイキープラットフォーム: the certificate leads to a マイキーID, and the ID to the name that each service has for its user. A service learns its own user, never serial or ID.</summary>
internal sealed class MyKeyPlatform(LoginDesk desk)
{
    private readonly Dictionary<(string MyKeyId, string Service), string> _users = [];
    private int _enrolled;

    /// <summary>マイキーIDの作成: one for each card.</summary>
    /// <returns>The ID, or null when the login is refused or the card has one already.</returns>
    public async Task<string?> EnrolAsync(CardInHand card)
    {
        string id = $"MK{++_enrolled:D6}";
        return await desk.EnrolAsync(card, id) ? id : null;
    }

    /// <summary>The holder shows the card at a service and joins with the user name that the service gave.</summary>
    public async Task<bool> JoinAsync(CardInHand card, string service, string user) =>
        (await desk.AskAsync(card)).Account is { } id && _users.TryAdd((id, service), user);

    /// <summary>The holder shows the card at a service; the service gets its own user name.</summary>
    public async Task<(VerificationReason Reason, string? User)> ShowAsync(CardInHand card, string service)
    {
        DeskAnswer answer = await desk.AskAsync(card);
        return (answer.Reason, answer.Account is { } id ? _users.GetValueOrDefault((id, service)) : null);
    }

    /// <summary>The card was made again: the ID moves to the new certificate.</summary>
    public Task<bool> FollowAsync(string myKeyId) => desk.FollowAsync(myKeyId);
}
