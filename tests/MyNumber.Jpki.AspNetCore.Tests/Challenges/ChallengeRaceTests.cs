using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using MyNumber.Jpki.AspNetCore.Challenges;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

/// <summary>Ten thousand races for one nonce each, with exactly one winner each.</summary>
public sealed class ChallengeRaceTests
{
    private const int Races = 10_000;
    private const int Runners = 4;

    public static TheoryData<string, IChallengeStore> Stores => new()
    {
        { "in this process", new InMemoryChallengeStore(TimeProvider.System, Races) },
        { "in a cache that answers at once", new DistributedCacheChallengeStore(NewCache(), TimeProvider.System) },
        { "in a cache that answers later", new DistributedCacheChallengeStore(new RecordingCache(NewCache()), TimeProvider.System) },
    };

    [Theory]
    [MemberData(nameof(Stores), DisableDiscoveryEnumeration = true)]
    public async Task One_of_those_who_take_a_challenge_at_once_gets_it(string description, IChallengeStore store)
    {
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        HolderChallenges challenges = new(store, TimeProvider.System, random);
        int races = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Races), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, token) =>
        {
            HolderChallenge challenge = (await challenges.IssueAsync("https://bank.example", "session", token)).ShouldNotBeNull();
            HolderChallenge?[] taken = await Task.WhenAll(Enumerable.Range(0, Runners).Select(_ => Task.Run(async () => await store.TryTakeAsync(challenge.Id, token), token)));
            taken.Count(one => one is not null).ShouldBe(1, description);
            Interlocked.Increment(ref races);
        });
        races.ShouldBe(Races);
    }

    private static MemoryDistributedCache NewCache() => new(Options.Create(new MemoryDistributedCacheOptions { SizeLimit = null }));
}
