using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using MyNumber.Testing;

namespace MyNumber.Jpki.AspNetCore.Tests.Login;

/// <summary>Where the platform's rate limiter has to stand so that it bounds challenges.</summary>
public sealed class RateLimitTests(LabFixture lab) : IClassFixture<LabFixture>
{
    private readonly LabWorld _world = lab.World;

    public static TheoryData<string, Action<WebApplication>, bool> Orders => new()
    {
        { "between authentication and authorization", app => app.UseAuthentication().UseRateLimiter().UseAuthorization(), true },
        { "before both", app => app.UseRateLimiter().UseAuthentication().UseAuthorization(), true },
        { "behind authorization, which asks the holder before", app => app.UseAuthentication().UseAuthorization().UseRateLimiter(), false },
        { "alone, with the other two put before it by the platform", app => app.UseRateLimiter(), false },
    };

    [Theory]
    [MemberData(nameof(Orders), DisableDiscoveryEnumeration = true)]
    public async Task A_limiter_bounds_challenges_only_before_authorization(string description, Action<WebApplication> guards, bool isBounded)
    {
        await using WebBank bank = await WebBank.StartAsync(_world, guards: guards, services: services => services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = TimeSpan.FromHours(1) }));
        }));
        using Browser browser = bank.Open();
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/account")).StatusCode.ShouldBe(isBounded ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, description);
    }
}
