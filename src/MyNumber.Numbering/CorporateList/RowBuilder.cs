using System.Globalization;

namespace MyNumber.Numbering.CorporateList;

/// <summary>Makes a typed row of thirty fields. Keeps the last text of each column, as neighbours often repeat it.</summary>
internal sealed class RowBuilder
{
    private readonly string[] _last = [.. Enumerable.Repeat(string.Empty, RowSplitter.Columns)];
    private CorporateListFault _fault;

    /// <summary>Makes the row.</summary>
    /// <param name="text">The text of the row.</param>
    /// <param name="fields">Its thirty fields.</param>
    /// <param name="fault">The first fault.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public CorporateNumberRow? TryBuild(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, out CorporateListFault fault)
    {
        _fault = default;
        CorporateNumberRow row = new()
        {
            SequenceNumber = Sequence(text, fields, 0),
            CorporateNumber = Number(text, fields, 1) ?? MissingNumber(1),
            Process = Code<CorporateProcess>(text, fields, 2, 2) ?? Missing<CorporateProcess>(2),
            IsCorrection = Flag(text, fields, 3),
            UpdateDate = Date(text, fields, 4) ?? MissingDate(4),
            ChangeDate = Date(text, fields, 5),
            Name = Text(text, fields, 6),
            NameImageId = Text(text, fields, 7),
            Kind = Code<CorporationKind>(text, fields, 8, 3),
            PrefectureName = Text(text, fields, 9),
            CityName = Text(text, fields, 10),
            StreetNumber = Text(text, fields, 11),
            AddressImageId = Text(text, fields, 12),
            PrefectureCode = Text(text, fields, 13),
            CityCode = Text(text, fields, 14),
            PostCode = Text(text, fields, 15),
            AddressOutside = Text(text, fields, 16),
            AddressOutsideImageId = Text(text, fields, 17),
            CloseDate = Date(text, fields, 18),
            CloseCause = Code<CloseCause>(text, fields, 19, 2),
            SuccessorCorporateNumber = Number(text, fields, 20),
            ChangeCause = Text(text, fields, 21),
            AssignmentDate = Date(text, fields, 22),
            IsLatest = Flag(text, fields, 23),
            EnglishName = Text(text, fields, 24),
            EnglishPrefectureName = Text(text, fields, 25),
            EnglishCityName = Text(text, fields, 26),
            EnglishAddressOutside = Text(text, fields, 27),
            Furigana = Text(text, fields, 28),
            IsHidden = Flag(text, fields, 29),
        };
        RequireUnlessDeleted(row);
        fault = _fault;
        return fault.Reason == CorporateListReason.None ? row : null;
    }

    private void RequireUnlessDeleted(CorporateNumberRow row)
    {
        if (row.Process == CorporateProcess.Delete)
        {
            return;
        }

        RefuseIf(row.ChangeDate is null, 5, CorporateListReason.WrongDate);
        RefuseIf(row.Kind is null, 8, CorporateListReason.UnknownCode);
        RefuseIf(row.AssignmentDate is null, 22, CorporateListReason.WrongDate);
    }

    private void RefuseIf(bool isWrong, int column, CorporateListReason reason)
    {
        if (isWrong)
        {
            Refuse(column, reason);
        }
    }

    private void Refuse(int column, CorporateListReason reason) =>
        _fault = _fault.Reason == CorporateListReason.None ? new CorporateListFault(column, reason) : _fault;

    private string Text(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column)
    {
        ReadOnlySpan<char> field = fields[column].Of(text);
        if (!fields[column].HasEscapes && field.SequenceEqual(_last[column]))
        {
            return _last[column];
        }

        string made = field.ToString();
        return _last[column] = fields[column].HasEscapes ? made.Replace("\"\"", "\"", StringComparison.Ordinal) : made;
    }

    private long Sequence(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column)
    {
        if (!long.TryParse(fields[column].Of(text), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            Refuse(column, CorporateListReason.WrongSequenceNumber);
        }

        return number;
    }

    private CorporateNumber? Number(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column)
    {
        ReadOnlySpan<char> field = fields[column].Of(text);
        if (field.IsEmpty)
        {
            return null;
        }

        if (!CorporateNumber.TryParse(field, NumberStyle.Strict, out CorporateNumber number, out _))
        {
            Refuse(column, CorporateListReason.WrongCorporateNumber);
        }

        return number;
    }

    private CorporateNumber MissingNumber(int column)
    {
        Refuse(column, CorporateListReason.WrongCorporateNumber);
        return default;
    }

    private T? Code<T>(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column, int width)
        where T : struct, Enum
    {
        ReadOnlySpan<char> field = fields[column].Of(text);
        if (field.IsEmpty)
        {
            return null;
        }

        bool isNumber = int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out int code);
        T value = (T)Enum.ToObject(typeof(T), code);
        if (field.Length != width || !isNumber || !Enum.IsDefined(value))
        {
            Refuse(column, CorporateListReason.UnknownCode);
        }

        return value;
    }

    private T Missing<T>(int column)
        where T : struct, Enum
    {
        Refuse(column, CorporateListReason.UnknownCode);
        return default;
    }

    private bool Flag(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column)
    {
        ReadOnlySpan<char> field = fields[column].Of(text);
        if (field is not ("0" or "1"))
        {
            Refuse(column, CorporateListReason.UnknownCode);
        }

        return field is "1";
    }

    private DateOnly? Date(ReadOnlySpan<char> text, ReadOnlySpan<FieldSpan> fields, int column)
    {
        ReadOnlySpan<char> field = fields[column].Of(text);
        if (field.IsEmpty)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            Refuse(column, CorporateListReason.WrongDate);
        }

        return date;
    }

    private DateOnly MissingDate(int column)
    {
        Refuse(column, CorporateListReason.WrongDate);
        return default;
    }
}
