using System.Security.Cryptography;
using DocumentSigning;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Testing;
using MyNumber.Testing.Keys;

Console.OutputEncoding = System.Text.Encoding.UTF8;
const string Usage = "DocumentSigning [--out FOLDER]\n  --out FOLDER   署名した文書などを書き出すフォルダ (write what is signed, and what a verifier needs)";
if (SampleArguments.Answer(args, Usage, args is [] or ["--out", not ""]) is { } code)
{
    return code;
}

Console.WriteLine("電子署名 (XML・PDF・CMS) と検証 — 架空の人物、実験用の認証局と時刻認証局、カードは模擬");
Narrator narrator = new();
using (WorkFolder folder = new(args.ElementAtOrDefault(1)))
await using (LabWorld world = await LabWorld.StartAsync())
{
    using RSA anchorKey = LabKeyPool.Load(28), timeKey = LabKeyPool.Load(29);
    await using TimestampHost time = await TimestampHost.StartAsync(new TimestampAuthority(anchorKey, timeKey, world.Clock));
    await new Story(world, time, folder, narrator).TellAsync();
}

Console.WriteLine();
Console.WriteLine(narrator.AllAsExpected ? "すべての手順が想定どおりに終わりました。" : "想定と違う手順があります。");
return narrator.AllAsExpected ? 0 : 1;
