using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using MyNumber.Jpki.AspNetCore.Login;
using MyNumber.Jpki.AspNetCore.Problems;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizePage("/Account"));

// 公的個人認証の検証。設定は appsettings.json の Jpki です。
IJpkiBuilder jpki = builder.Services.AddMyNumberJpki(builder.Configuration.GetSection("Jpki"));
//-:cnd:noEmit
#if DEBUG
// 開発中だけ、模擬のカードと認証局を使います。本番の環境では起動しません。
if (builder.Environment.IsDevelopment())
{
    jpki.UseEmulator();
}
#endif
//+:cnd:noEmit
builder.Services.AddHealthChecks().AddMyNumberJpki();

// サイトの名前は一つです。ほかのホスト名の要求には答えません。
if (Uri.TryCreate(builder.Configuration["Jpki:Origin"], UriKind.Absolute, out Uri? origin))
{
    builder.Configuration["AllowedHosts"] ??= origin.Host;
}

builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
        options.LoginPath = "/Login";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(15);
        options.SlidingExpiration = false; // the cookie is the session: a stolen one ends too
        options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    })
    .AddJpkiLogin(options =>
    {
        // 利用者の識別子を作る秘密です。32 バイト以上、このサービスだけのもの。一度決めたら変えません。
        options.SubjectKey = Convert.FromBase64String(builder.Configuration["Login:SubjectKey"] ?? string.Empty);
        options.RejectedPath = "/Login";
    });

// ログインを始めるのは、同じ相手から 5 分に 20 回までです。チャレンジの置き場を一人に使い切らせません。
builder.Services.AddRateLimiter(options =>
{
    options.AddPolicy("card", context => BeginsLogin(context.Request)
        ? RateLimitPartition.GetFixedWindowLimiter(
            ClientOf(context.Connection.RemoteIpAddress).ToString(), _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(5) })
        : RateLimitPartition.GetNoLimiter("free"));
    options.OnRejected = async (rejected, _) =>
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
        {
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await JpkiProblem.WriteAsync(rejected.HttpContext, JpkiRejection.Own(
            "TooManyRequests", StatusCodes.Status429TooManyRequests, "短い時間に何度も求められた", "asked too often in a short time", "しばらくしてからやり直す", "try again later"));
    };
});

WebApplication app = builder.Build();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.Use((context, next) =>
{
    // カードエージェントへ進む画面だけは、ライブラリーが自分のものに替えます。
    context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    context.Response.Headers.XContentTypeOptions = "nosniff";
    context.Response.Headers.XFrameOptions = "DENY";
    context.Response.Headers["Referrer-Policy"] = "same-origin";
    return next(context);
});
app.UseStaticFiles();
app.UseAuthentication();
app.Use((context, next) =>
{
    // よそのサイトの画面が送らせたログインは、数える前に断ります。数えると、その画面が利用者の 20 回を使い切れます。
    if (BeginsLogin(context.Request) && context.Request.Headers["Sec-Fetch-Site"] is not ([] or ["same-origin" or "none"]))
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    return next(context);
});
app.UseRateLimiter();
app.UseAuthorization();
app.MapRazorPages().RequireRateLimiting("card");
app.MapHealthChecks("/health");
app.Run();

static bool BeginsLogin(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/Login");

// IPv6 は、一人が 2 の 64 乗個のアドレスを持つので、前の半分で数えます。
static IPAddress ClientOf(IPAddress? address) => address switch
{
    null => IPAddress.None,
    { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
    { AddressFamily: AddressFamily.InterNetworkV6 } => new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]),
    _ => address,
};
