using StatusWatch;

Console.OutputEncoding = System.Text.Encoding.UTF8;
if (WatchOptions.AsksForHelp(args))
{
    Console.WriteLine(WatchOptions.Usage);
    return 0;
}

if (WatchOptions.Read(args, out string fault) is not { } options)
{
    Console.Error.WriteLine(fault);
    Console.Error.WriteLine(WatchOptions.Usage);
    return 2;
}

Words words = new(options.English);
RunDisplay display = new(options.Json);
if (!options.Json)
{
    Console.WriteLine(words.Of(
        "銀行の夜間の現況確認 — 架空の顧客、実験用の認証局。J-LIS の実際の配信形式は非公開",
        "A bank's nightly status watch: invented customers, a lab authority; the real service's delivery is not public"));
}

NightReport report = await new Story(display, words).TellAsync(Population.Invent(options.Customers, options.Seed), options.Seed);
if (options.Json)
{
    Console.WriteLine(ReportJson.Write(report));
    return report.IsAsExpected ? 0 : 1;
}

foreach (string line in ReportText.Write(report, words))
{
    Console.WriteLine(line);
}

Console.WriteLine(report.IsAsExpected
    ? words.Of("すべての顧客について、作り手の知る事実と一致しました。", "Every row is what the generator knows.")
    : words.Of($"{report.OtherThanTruth} 人について、作り手の知る事実と違います。", $"{report.OtherThanTruth} rows differ from what the generator knows."));
return report.IsAsExpected ? 0 : 1;
