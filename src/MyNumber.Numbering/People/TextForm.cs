namespace MyNumber.Numbering.People;

/// <summary>A name or an address folded to one form, for a comparison that reports every place it folded.</summary>
internal static class TextForm
{
    private const int LongVowel = 0x30FC;
    private const int RepeatMark = 0x3005;

    // Half-width katakana FF66 to FF9D in the order of JIS X 0201, with the long-vowel sign at FF70.
    private const string WideKana = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    public static List<FormCharacter> OfName(string name)
    {
        List<FormCharacter> text = FoldCharacters(name);
        RemoveSpaces(text);
        return text;
    }

    public static List<FormCharacter> OfAddress(string address)
    {
        List<FormCharacter> text = FoldCharacters(address);
        AddressForm.Fold(text);
        RemoveSpaces(text);
        return text;
    }

    /// <summary>Takes a character out; what was done to it is noted at the one before.</summary>
    public static void RemoveAt(List<FormCharacter> text, int place, FoldingKinds by)
    {
        text[place - 1] = text[place - 1].With(by | text[place].Kinds);
        text.RemoveAt(place);
    }

    /// <summary>Where two texts that came out the same differ as written.</summary>
    public static IReadOnlyList<TextFolding> Differences(string form, List<FormCharacter> foldedForm, string certificate, List<FormCharacter> foldedCertificate, int length)
    {
        int[] left = Scalars(form), right = Scalars(certificate);
        List<TextFolding> found = [];
        for (int i = 0; i < length; i++)
        {
            if (!Span(left, foldedForm, i).SequenceEqual(Span(right, foldedCertificate, i)))
            {
                found.Add(new TextFolding(foldedForm[i].Kinds | foldedCertificate[i].Kinds, foldedForm[i].Index, foldedCertificate[i].Index));
            }
        }

        return found;
    }

    private static ReadOnlySpan<int> Span(int[] scalars, List<FormCharacter> folded, int place)
    {
        int start = folded[place].Index, end = place + 1 < folded.Count ? folded[place + 1].Index : scalars.Length;
        return scalars.AsSpan(start, end - start);
    }

    private static List<FormCharacter> FoldCharacters(string text)
    {
        List<FormCharacter> folded = [new(FormCharacter.Start, 0)];
        int index = 0;
        foreach (int scalar in Scalars(text))
        {
            Add(folded, new FormCharacter(scalar, index++));
        }

        return folded;
    }

    private static void Add(List<FormCharacter> folded, FormCharacter next)
    {
        FormCharacter last = folded[^1];
        if (next.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF))
        {
            folded[^1] = last.With(FoldingKinds.VariationSelector);
            return;
        }

        if (next.Value is 0xFF9E or 0xFF9F or 0x3099 or 0x309A && Voiced(last.Value, next.Value is 0xFF9E or 0x3099) is int voiced && voiced != last.Value)
        {
            folded[^1] = last.As(voiced, FoldingKinds.Kana);
            return;
        }

        folded.Add(next.Value == RepeatMark && last.IsKanji ? next.As(last.Value, FoldingKinds.RepeatMark) : FoldOne(next, last));
    }

    private static FormCharacter FoldOne(FormCharacter next, FormCharacter last)
    {
        int value = next.Value;
        if (value is LongVowel or 0xFF70)
        {
            return last.IsDigit ? next.As('-', FoldingKinds.Hyphen) : next.As(LongVowel, value == LongVowel ? FoldingKinds.None : FoldingKinds.Kana);
        }

        if (value is >= 0xFF66 and <= 0xFF9D)
        {
            return next.As(WideKana[value - 0xFF66], FoldingKinds.Kana);
        }

        if (value is >= 0x3041 and <= 0x3096)
        {
            return next.As(value + 0x60, FoldingKinds.Kana);
        }

        int typed = TextFold.Fold(value is 0x2500 or 0x2501 ? '-' : value);
        FoldingKinds by = typed == value ? FoldingKinds.None : typed switch { '-' => FoldingKinds.Hyphen, ' ' => FoldingKinds.Space, _ => FoldingKinds.Width };
        next = next.As(typed, by);
        return typed is >= 'a' and <= 'z' ? next.As(typed - 0x20, FoldingKinds.LetterCase) : KanjiVariants.Fold(next);
    }

    // カ and its row: the voiced one follows; ハ and its row: voiced, then half-voiced. ウ becomes ヴ.
    private static int Voiced(int kana, bool full) => kana switch
    {
        (>= 'カ' and <= 'チ') when (kana - 'カ') % 2 == 0 && full => kana + 1,
        'ツ' or 'テ' or 'ト' when full => kana + 1,
        (>= 'ハ' and <= 'ホ') when (kana - 'ハ') % 3 == 0 => kana + (full ? 1 : 2),
        'ウ' when full => 'ヴ',
        _ => kana,
    };

    private static void RemoveSpaces(List<FormCharacter> text)
    {
        for (int i = text.Count - 1; i > 0; i--)
        {
            if (text[i].Value == ' ')
            {
                RemoveAt(text, i, FoldingKinds.Space);
            }
        }
    }

    private static int[] Scalars(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];
}
