using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Configuration;

/// <summary>The one place from which holders are asked: origin, agent and challenges.</summary>
/// <param name="Origin">The site's origin; it goes into what is signed.</param>
/// <param name="AgentAddress">Where the card agent listens.</param>
/// <param name="Challenges">Issues challenges and takes them back.</param>
/// <param name="Store">Where they wait.</param>
internal sealed record CardSite(string Origin, Uri AgentAddress, HolderChallenges Challenges, IChallengeStore Store)
{
    /// <summary>The longest life of a challenge, in a setting.</summary>
    public static TimeSpan LongestLifetime { get; } = TimeSpan.FromHours(1);

    /// <exception cref="InvalidOperationException">The application has no origin.</exception>
    public static CardSite Create(IServiceProvider services, string? origin, string? audience, Uri agentAddress, TimeSpan lifetime)
    {
        GuardedStore store = new(services.GetRequiredService<IChallengeStore>());
        HolderChallenges challenges = new(
            store, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<RandomNumberGenerator>(), lifetime, audience);
        return new CardSite(
            origin ?? throw new InvalidOperationException("No origin is configured: set Origin in AddMyNumberJpki to what the browser shows, such as https://bank.example."), agentAddress, challenges, store);
    }

    /// <summary>Uses a challenge up that nobody will answer any more.</summary>
    public async Task DropAsync(string nonce, CancellationToken cancellationToken) => _ = await Store.TryTakeAsync(nonce, cancellationToken).ConfigureAwait(false);

    /// <summary>The site of the application as a whole.</summary>
    public static CardSite Create(IServiceProvider services)
    {
        JpkiOptions options = services.GetRequiredService<IOptions<JpkiOptions>>().Value;
        return Create(services, options.Origin, options.Audience, options.AgentAddress, options.ChallengeLifetime);
    }
}
