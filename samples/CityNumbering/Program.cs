using CityNumbering;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (SampleOptions.AsksForHelp(args))
{
    Console.WriteLine(SampleOptions.Usage);
    return 0;
}

if (SampleOptions.Read(args, out string fault) is not { } options)
{
    Console.Error.WriteLine(fault);
    Console.Error.WriteLine(SampleOptions.Usage);
    return 2;
}

if (OutputFolder.Open(options.Keep) is not { } folder)
{
    Console.Error.WriteLine("--keep: 新しいフォルダか空のフォルダを指定してください (a new or empty folder that can be written)");
    return 2;
}

Console.WriteLine("市の付番 (numbering a city) — 架空の市と人物。J-LIS の実際の変換は非公開。番号は合成で、実在の番号と一致しても偶然 (all synthetic)");
Console.CancelKeyPress += (_, _) => folder.Dispose();
Narrator narrator = new();
using (folder)
using (World world = new(options))
{
    await new Story(world, narrator, folder, options.English).TellAsync();
    Console.WriteLine($"{Environment.NewLine}{folder.Ending}");
}

Console.WriteLine(narrator.AllAsExpected ? "すべての手順と証明が想定どおりに終わりました。" : "想定と違う手順か証明があります。");
return narrator.AllAsExpected ? 0 : 1;
