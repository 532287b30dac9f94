using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;

namespace MyNumber.Architecture.Tests.Documents;

/// <summary>The page docs/aspnetcore/login.md: how often one client may have a challenge issued.</summary>
public sealed class WebRateLimitSnippets
{
    private static readonly IPAddress One = IPAddress.Parse("127.0.0.1"), Another = IPAddress.Parse("127.0.0.2");

    [SkippableFact]
    public async Task One_client_is_bounded_and_others_are_still_asked()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "127.0.0.2 is an address of this computer under Linux.");
        await using StartedProgram program = await StartAsync();
        using HttpClient one = Browser(One, program.Address), another = Browser(Another, program.Address);
        for (int i = 0; i < 20; i++)
        {
            (await one.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        HttpResponseMessage refused = await one.GetAsync("/account");
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("TooManyRequests");
        (await one.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await another.GetAsync("/account")).Content.ReadAsStringAsync()).ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
    }

    [Fact]
    public async Task What_a_page_of_another_site_fetches_is_not_asked_and_not_counted()
    {
        await using StartedProgram program = await StartAsync();
        using HttpClient foreign = Browser(One, program.Address), own = Browser(One, program.Address);
        foreign.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        foreign.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "image");
        own.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "document");
        for (int i = 0; i < 21; i++)
        {
            HttpResponseMessage refused = await foreign.GetAsync("/account");
            refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("LoginRequired");
        }

        (await (await own.GetAsync("/account")).Content.ReadAsStringAsync()).ShouldContain("action=\"http://127.0.0.1:36200/ask\"");
    }

    [Theory]
    [InlineData("an address", "192.0.2.7", "192.0.2.7")]
    [InlineData("the same as IPv6 writes it", "::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("one of the addresses of a house", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [InlineData("another of the same house", "2001:db8:1:2:ffff::1", "2001:db8:1:2::")]
    [InlineData("none", null, "255.255.255.255")]
    public void A_client_is_an_address_or_a_network_of_64_bits(string row, string? address, string client) =>
        ClientOf(address is null ? null : IPAddress.Parse(address)).ToString().ShouldBe(client, row);

    private static Task<StartedProgram> StartAsync() => StartedProgram.StartAsync(
        Program, "--environment", "Development", "--urls", "http://127.0.0.1:0", "--Jpki:Origin", "http://localhost:5080", "--SubjectKey", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static HttpClient Browser(IPAddress from, Uri site) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (context, token) =>
        {
            Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(IPAddress.Parse(context.DnsEndPoint.Host), context.DnsEndPoint.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = site };

    #region web-login-client
    private static readonly JpkiRejection TooMany = JpkiRejection.Own(
        "TooManyRequests", StatusCodes.Status429TooManyRequests, "短い時間に何度も求められた", "asked too often in a short time", "しばらくしてからやり直す", "try again later");

    private static IPAddress ClientOf(IPAddress? address) => address switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]),    // one client has 2^64 addresses
        _ => address,
    };
    #endregion

    private static void Program(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMyNumberJpki(builder.Configuration.GetSection("Jpki")).UseEmulator();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = JpkiLoginDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddJpkiLogin(options => options.SubjectKey = Convert.FromBase64String(builder.Configuration["SubjectKey"] ?? ""));
        builder.Services.AddAuthorization();
        #region web-login-rate
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy("card", context => context.User.Identity?.IsAuthenticated == true || context.Request.Headers["Sec-Fetch-Dest"] is not ([] or ["document"])
                ? RateLimitPartition.GetNoLimiter("free")                                                                 // neither who is logged in nor a picture in another site's page is asked
                : RateLimitPartition.GetFixedWindowLimiter(
                    ClientOf(context.Connection.RemoteIpAddress).ToString(),
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(5) }));     // as long as a challenge is good
            options.OnRejected = async (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                }

                await JpkiProblem.WriteAsync(rejected.HttpContext, TooMany);                                             // 429, a page in a browser
            };
        });

        WebApplication app = builder.Build();
        app.UseAuthentication();
        app.UseRateLimiter();                                                                                            // behind the first: it knows who is logged in; before the second, which asks
        app.UseAuthorization();
        app.MapGet("/account", () => "the account").RequireAuthorization().RequireRateLimiting("card");
        #endregion
        app.MapGet("/", () => "welcome");
        app.Run();
    }
}
