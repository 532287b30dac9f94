using System.Threading.RateLimiting;
using MyNumber.Jpki.AspNetCore.Login;

namespace BankPortal.Bounds;

/// <summary>How often one line may take a step that costs what all customers share: drafts, challenges, verifications. Generous for a person and for a small office behind one address.</summary>
internal static class StepBounds
{
    /// <summary>Begins a draft, or asks the card agent.</summary>
    public const string Begin = "begin";

    /// <summary>Brings an answer of the card agent.</summary>
    public const string Answer = "answer";

    /// <summary>Begins as a clerk.</summary>
    public const string ClerkLogin = "clerk-login";

    /// <summary>The most steps of one kind at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>In which time one more step is free.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Posts alone take a step; to look at a page is free. An answer counts when the agent's page sent it: the library refuses all others before it reads them.
    public static void Add(IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.OnRejected = (context, _) =>
        {
            Later.Refuse(context.HttpContext, StatusCodes.Status429TooManyRequests);
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(Begin, context => Limit(context, IsPost(context)));
        options.AddPolicy(ClerkLogin, context => Limit(context, IsPost(context)));
        options.AddPolicy(Answer, context => Limit(context, IsAnswer(context)));

        // The scheme takes its answers before any endpoint, so that no policy of an endpoint reaches them.
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Limit(context, context.Request.Path == JpkiLoginDefaults.CallbackPath && IsAnswer(context)));
    });

    private static bool IsPost(HttpContext context) => HttpMethods.IsPost(context.Request.Method);

    private static bool IsAnswer(HttpContext context) => IsPost(context) && Sender.IsAgentsPage(context);

    private static RateLimitPartition<string> Limit(HttpContext context, bool isStep) => isStep
        ? RateLimitPartition.Get(ClientLine.Of(context), _ => new StepBucket(MostAtOnce, Interval, context.RequestServices.GetRequiredService<TimeProvider>()))
        : RateLimitPartition.GetNoLimiter("free");
}
