using Microsoft.AspNetCore.Authentication.Cookies;
using MyNumber.Jpki.AspNetCore.Login;

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

builder.Services
    .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
    .AddCookie(options =>
    {
        options.LoginPath = "/Login";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(15);
        options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    })
    .AddJpkiLogin(options =>
    {
        // 利用者の識別子を作る秘密です。32 バイト以上、このサービスだけのもの。一度決めたら変えません。
        options.SubjectKey = Convert.FromBase64String(builder.Configuration["Login:SubjectKey"] ?? string.Empty);
        options.RejectedPath = "/Login";
    });

WebApplication app = builder.Build();
if (!app.Environment.IsDevelopment())
{
    app.UseHsts();
    app.UseHttpsRedirection();
}

app.Use((context, next) =>
{
    context.Response.Headers.XContentTypeOptions = "nosniff";
    context.Response.Headers.XFrameOptions = "DENY";
    return next(context);
});
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();
app.Run();
